import * as budgets from "@pulumi/aws/budgets";
import type * as inputs from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";

export interface BudgetArgs {
  /** Physical name, unique in the account. */
  budgetName: string;
  /** Tags that every resource of the stack has, and no other: their costs are counted. */
  tags: { [key: string]: string };
  /** US dollars a month. */
  monthlyUsd: number;
  /** Shares of the budget at which people are told, in percent of what was spent. */
  alertPercents: number[];
  /** Whether people are told already when the month is expected to end above the budget. */
  forecast: boolean;
  /** Topic that is told; its policy and its key must admit `budgets.amazonaws.com`. */
  topicArn: pulumi.Input<string>;
  /** Addresses that are told beside the topic's. */
  emails: string[];
}

/** Notifications that a budget may have: https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html */
export const MOST_NOTIFICATIONS = 5;

/**
 * A monthly budget for what the stack's tags cost. A tag counts from the day on which somebody activates it as a cost
 * allocation tag in the account that pays, which no stack can do
 * (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html).
 *
 * Creates the budget with its notifications. Costs nothing: only budgets with actions do
 * (https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/).
 *
 * Throws when there are no tags, or more notifications than AWS Budgets takes.
 */
export class Budget extends pulumi.ComponentResource {
  constructor(name: string, args: BudgetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Budget", name, {}, opts);
    check(name, args);

    new budgets.Budget(
      name,
      {
        name: args.budgetName,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        limitAmount: String(args.monthlyUsd),
        limitUnit: "USD",
        metrics: "UnblendedCost",
        filterExpression: taggedWith(args.tags),
        notifications: notificationsOf(args),
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

function check(name: string, { tags, alertPercents, forecast }: BudgetArgs): void {
  if (Object.keys(tags).length === 0) throw new Error(`${name}: tags must name at least one tag`);
  const count = alertPercents.length + (forecast ? 1 : 0);
  if (count < 1 || count > MOST_NOTIFICATIONS) {
    throw new Error(
      `${name}: alertPercents and forecast make ${count} notifications; there may be 1 to ${MOST_NOTIFICATIONS}`,
    );
  }
}

/** All of the tags at once: another application has a stack of the same name. */
function taggedWith(tags: { [key: string]: string }): inputs.budgets.BudgetFilterExpression {
  const each = Object.entries(tags).map(([key, value]) => ({
    tags: { key, values: [value], matchOptions: ["EQUALS"] },
  }));
  const [first] = each;
  return each.length === 1 && first ? first : { ands: each };
}

function notificationsOf(args: BudgetArgs): inputs.budgets.BudgetNotification[] {
  const tell = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
    notificationType,
    comparisonOperator: "GREATER_THAN",
    threshold,
    thresholdType: "PERCENTAGE",
    subscriberSnsTopicArns: [args.topicArn],
    ...(args.emails.length > 0 && { subscriberEmailAddresses: args.emails }),
  });
  return [
    ...args.alertPercents.map((percent) => tell("ACTUAL", percent)),
    ...(args.forecast ? [tell("FORECASTED", 100)] : []),
  ];
}
