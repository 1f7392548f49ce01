import * as pulumi from "@pulumi/pulumi";
import { ScheduledCall, type ScheduleGroup } from "../schedule-group";
import { rangeProblem } from "../task";
import { mapPresent } from "../targeted-update";
import { hoursAfter } from "./moment";

export interface ExpiryArgs {
  account: string;
  /** Hours after the group was made, 1 to 8760. */
  afterHours: number;
  group: ScheduleGroup;
  /** What people call the stack. */
  stack: string;
  /** Who is told, and the key of that topic. */
  topic: { arn: pulumi.Input<string>; kmsKeyArn: pulumi.Input<string> };
}

/**
 * Tells a topic when a stack is to go. The moment is counted from the making of the stack's group of schedules, which AWS
 * remembers: it is the same at every update.
 *
 * Creates a schedule with its role; costs nothing. Throws when `afterHours` is out of range.
 */
export class Expiry extends pulumi.ComponentResource {
  /** RFC 3339. */
  readonly expiresAt: pulumi.Output<string>;

  constructor(name: string, args: ExpiryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Expiry", name, {}, opts);
    const problems = rangeProblem("afterHours", args.afterHours, 1, 8760);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const moment = mapPresent(args.group.createdAt, (created) => hoursAfter(created, args.afterHours));
    const { arn: TopicArn, kmsKeyArn } = args.topic;
    new ScheduledCall(
      name,
      {
        account: args.account,
        group: args.group,
        description: `Tells that ${args.stack} is to go`,
        expression: pulumi.interpolate`at(${moment})`,
        target: {
          arn: "arn:aws:scheduler:::aws-sdk:sns:publish",
          input: {
            TopicArn,
            Subject: `${args.stack} has expired`,
            Message: `The stack ${args.stack} was to last ${args.afterHours} hours. Destroy it, or give it more time.`,
          },
        },
        statements: [
          { Sid: "Tell", Effect: "Allow", Action: "sns:Publish", Resource: TopicArn },
          {
            Sid: "EncryptMessage",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: kmsKeyArn,
            // SNS names the topic: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
            Condition: { StringEquals: { "kms:EncryptionContext:aws:sns:topicArn": TopicArn } },
          },
        ],
      },
      { parent: this },
    );

    this.expiresAt = pulumi.interpolate`${moment}Z`;
    this.registerOutputs({ expiresAt: this.expiresAt });
  }
}
