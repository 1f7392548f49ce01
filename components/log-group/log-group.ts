import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

export interface LogGroupArgs {
  /** Full name of the group, for example `/platform/prod/api`: fixed, because services and alarms name it. */
  logGroupName: string;
  /** Days that log lines are kept: one of the periods that CloudWatch offers. */
  retentionDays: number;
  /** ARN of the key that encrypts the lines; its policy must admit `logs.<region>.amazonaws.com`. */
  kmsKeyArn: pulumi.Input<string>;
  /** Region of the group. Default: the provider's. The key must be of the same region. */
  region?: string;
}

/**
 * A CloudWatch log group with retention and encryption.
 *
 * Creates one log group. Costs nothing by itself; what is ingested costs $0.50 and what is kept $0.03 per GB and
 * month in us-east-1 (https://aws.amazon.com/cloudwatch/pricing/).
 */
export class LogGroup extends pulumi.ComponentResource {
  /** The group's name, for the `awslogs-group` option of a container. */
  readonly logGroupName: pulumi.Output<string>;
  /** The group's ARN, without the trailing `:*`. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: LogGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:LogGroup", name, {}, opts);

    const group = new cloudwatch.LogGroup(
      name,
      { name: args.logGroupName, retentionInDays: args.retentionDays, kmsKeyId: args.kmsKeyArn, region: args.region },
      { parent: this },
    );

    this.logGroupName = group.name;
    this.arn = group.arn;
    this.registerOutputs({ logGroupName: this.logGroupName, arn: this.arn });
  }
}
