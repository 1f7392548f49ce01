import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { type Condition, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";

const SOURCE_KEY = /^aws:source(account|arn|orgid|orgpaths)$/;
const ofAccount = { StringEquals: { "aws:SourceAccount": "123456789012" } };

const trust = (service: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole", Condition: condition }],
  });

export const iamTrustConfusedDeputy: Rule = {
  id: "iam-trust-confused-deputy",
  title: "Roles of services that act for many customers are bound to the account that they act for",
  severity: "medium",
  controls: { nist: ["AC-3", "AC-6"] },
  why: "Another customer could have the service take this role in his name.",
  fix: "Add StringEquals on aws:SourceAccount, or ArnLike on aws:SourceArn, to the statement in assumeRolePolicy.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention",
  types: ["aws:iam/role:Role"],
  parameters: {
    // Only services that send these keys when they take a role; AWS Backup, EC2 and Lambda do not.
    services: {
      type: "array",
      items: { type: "string" },
      default: [
        "delivery.logs.amazonaws.com",
        "ecs-tasks.amazonaws.com",
        "events.amazonaws.com",
        "scheduler.amazonaws.com",
      ],
      description: "Principals of the services that must be bound to an account.",
    },
  },
  check({ props, params, each, violated }) {
    const policy = props.at("assumeRolePolicy");
    each(statementsOf(policy), ({ effect, principals, conditions }) => {
      if (effect !== "Allow" || conditions.some(isBinding)) return;
      for (const { kind, id } of principals)
        if (kind === "Service" && params.services.includes(id))
          violated(policy, "a condition on aws:SourceAccount or aws:SourceArn", "none", id);
    });
  },
  cases: {
    resource: [
      good("bound to the account", { assumeRolePolicy: trust("scheduler.amazonaws.com", ofAccount) }),
      good("denied", { assumeRolePolicy: trust("scheduler.amazonaws.com").replace("Allow", "Deny") }),
      good("bound to ARNs", {
        assumeRolePolicy: trust("ecs-tasks.amazonaws.com", {
          ArnLike: { "AWS:SourceArn": "arn:aws:ecs:eu-west-1:123456789012:*" },
        }),
      }),
      good("a service that sends no such key", {
        assumeRolePolicy: trust(["ec2.amazonaws.com", "backup.amazonaws.com"]),
      }),
      good("a role of the account", {
        assumeRolePolicy: { Statement: { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:role/x" } } },
      }),
      good(
        "not one of the services",
        { assumeRolePolicy: trust("events.amazonaws.com") },
        { params: { services: [] } },
      ),
      bad("not bound", { assumeRolePolicy: trust("scheduler.amazonaws.com") }, "assumeRolePolicy"),
      bad(
        "two services, as a document",
        {
          assumeRolePolicy: JSON.parse(trust(["events.amazonaws.com", "ecs-tasks.amazonaws.com"])),
        },
        ["assumeRolePolicy", "assumeRolePolicy"],
        { parts: ["events.amazonaws.com", "ecs-tasks.amazonaws.com"] },
      ),
      bad(
        "bound to every account",
        {
          assumeRolePolicy: trust("events.amazonaws.com", { StringLike: { "aws:SourceAccount": "*" } }),
        },
        "assumeRolePolicy",
      ),
      bad(
        "bound to an account or any",
        {
          assumeRolePolicy: trust("events.amazonaws.com", {
            StringLike: { "aws:SourceAccount": ["123456789012", "*"] },
          }),
        },
        "assumeRolePolicy",
      ),
      bad(
        "bound where the service says for whom it acts",
        {
          assumeRolePolicy: trust("events.amazonaws.com", {
            StringEqualsIfExists: { "aws:SourceAccount": "123456789012" },
          }),
        },
        "assumeRolePolicy",
      ),
      bad(
        "bound to an empty list",
        { assumeRolePolicy: trust("events.amazonaws.com", { StringEquals: { "aws:SourceAccount": [] } }) },
        "assumeRolePolicy",
      ),
      bad(
        "bound to all but one account",
        {
          assumeRolePolicy: trust("events.amazonaws.com", { StringNotEquals: { "aws:SourceAccount": "123456789012" } }),
        },
        "assumeRolePolicy",
      ),
      bad(
        "another condition",
        {
          assumeRolePolicy: trust("ecs-tasks.amazonaws.com", { StringEquals: { "sts:ExternalId": "x" } }),
        },
        "assumeRolePolicy",
      ),
      bad("no JSON", { assumeRolePolicy: "{" }, "assumeRolePolicy"),
      unknown("trust not known", { assumeRolePolicy: UNKNOWN }, "assumeRolePolicy"),
    ],
  },
};

function isBinding({ operator, holdsWithoutKey, key, values }: Condition): boolean {
  const isPositive = /^(string|arn)(equals|like|equalsignorecase)$/.test(operator) && !holdsWithoutKey;
  return isPositive && SOURCE_KEY.test(key) && values.length > 0 && !values.some((value) => /^[*?]*$/.test(value));
}
