import * as iam from "@pulumi/aws/iam";
import * as scheduler from "@pulumi/aws/scheduler";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument, servicePrincipalTrust } from "../iam";
import { deadLetterGrant } from "../queue";
import { rangeProblem } from "../task";
import type { ScheduleGroupReference } from "./schedule-group";

export interface ScheduledCallArgs {
  account: string;
  group: ScheduleGroupReference;
  /** What the call is for, for people who read the console. */
  description: string;
  /** `cron(…)`, `rate(…)` or `at(…)`. */
  expression: pulumi.Input<string>;
  /** Name in the IANA database, for example `Asia/Kolkata`. Default `UTC`. */
  timeZone?: string;
  target: {
    /** What is called: a resource, or an action in the form `arn:aws:scheduler:::aws-sdk:<service>:<action>`. */
    arn: pulumi.Input<string>;
    /** What it is told. */
    input?: { [key: string]: pulumi.Input<string> };
  };
  /** What the call needs, and nothing else. */
  statements: PolicyStatement[];
  /** Further tries of a call that the target does not take, 0 to 185. Default 5. */
  retries?: number;
  /** Seconds after which a call that the target has not taken is given up, 60 to 86400. Default 3600. */
  maxAgeSeconds?: number;
}

/**
 * A call of AWS that is made by the clock. A call that fails for good goes to the group's queue of dead letters.
 *
 * Creates a role that may make this call only, and the schedule. 14 million calls a month are free, a further million
 * costs $1 (https://aws.amazon.com/eventbridge/pricing/).
 *
 * Throws when `retries` or `maxAgeSeconds` is out of range.
 */
export class ScheduledCall extends pulumi.ComponentResource {
  readonly scheduleName: pulumi.Output<string>;

  constructor(name: string, args: ScheduledCallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:ScheduledCall", name, {}, opts);
    const problems = [
      ...rangeProblem("retries", args.retries, 0, 185),
      ...rangeProblem("maxAgeSeconds", args.maxAgeSeconds, 60, 86_400),
    ];
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const role = new iam.Role(
      `${name}-call`,
      {
        description: `Calls of the schedule ${name}`,
        assumeRolePolicy: servicePrincipalTrust("scheduler.amazonaws.com", args.account),
      },
      { parent: this },
    );
    const policy = new iam.RolePolicy(
      `${name}-call-policy`,
      { role: role.name, policy: policyDocument(...args.statements, ...ownStatements(name, args)) },
      { parent: this },
    );
    const schedule = scheduleFor(name, args, role, policy, this);

    this.scheduleName = schedule.name;
    this.registerOutputs({ scheduleName: this.scheduleName });
  }
}

/** What every call needs: to read its own input, and to keep what has failed. */
function ownStatements(name: string, { account, group }: ScheduledCallArgs): PolicyStatement[] {
  const { groupName, deadLetterQueueArn, kmsKeyArn } = group;
  return [
    {
      Sid: "ReadOwnInput",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      // The key encrypts more than this schedule, which ends in what Pulumi adds to its name:
      // https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:scheduler:schedule:arn": pulumi.interpolate`arn:aws:scheduler:*:${account}:schedule/${groupName}/${name}-*`,
        },
      },
    },
    ...deadLetterGrant(deadLetterQueueArn, kmsKeyArn),
  ];
}

function scheduleFor(
  name: string,
  args: ScheduledCallArgs,
  role: iam.Role,
  policy: iam.RolePolicy,
  parent: pulumi.Resource,
): scheduler.Schedule {
  const { group, target, retries = 5, maxAgeSeconds = 3600 } = args;
  return new scheduler.Schedule(
    name,
    {
      groupName: group.groupName,
      description: args.description,
      scheduleExpression: args.expression,
      scheduleExpressionTimezone: args.timeZone ?? "UTC",
      flexibleTimeWindow: { mode: "OFF" },
      kmsKeyArn: group.kmsKeyArn,
      target: {
        arn: target.arn,
        roleArn: role.arn,
        ...(target.input && { input: pulumi.jsonStringify(target.input) }),
        retryPolicy: { maximumRetryAttempts: retries, maximumEventAgeInSeconds: maxAgeSeconds },
        deadLetterConfig: { arn: group.deadLetterQueueArn },
      },
    },
    // A call before its rights are there would fail, or end among the dead letters.
    { parent, dependsOn: [policy] },
  );
}
