import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

export interface CompositeAlarmArgs {
  /** Physical name, unique in account and region. */
  alarmName: string;
  /** What has happened, as a sentence for the person who is woken up. */
  description: string;
  /** Physical names of the alarms of the same region, one of which is enough. */
  anyOf: pulumi.Input<string>[];
  topicArn: pulumi.Input<string>;
  /** Address of the runbook. */
  runbookUrl: string;
  /** Section of the runbook, by its anchor. */
  runbook: string;
}

/**
 * One alarm over several: it rings when any of them does, so that who is on call learns in one message that users are
 * affected, and channels can tell it from the rest.
 *
 * Creates the composite alarm. Costs $0.50 a month (https://aws.amazon.com/cloudwatch/pricing/).
 *
 * Throws when there is no alarm to watch.
 */
export class CompositeAlarm extends pulumi.ComponentResource {
  readonly alarmArn: pulumi.Output<string>;

  constructor(name: string, args: CompositeAlarmArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:CompositeAlarm", name, {}, opts);
    if (args.anyOf.length === 0) throw new Error(`${name}: anyOf must name at least one alarm`);

    const alarm = new cloudwatch.CompositeAlarm(
      name,
      {
        alarmName: args.alarmName,
        alarmDescription: `${args.description} Runbook: ${args.runbookUrl}#${args.runbook}`,
        alarmRule: pulumi.all(args.anyOf).apply(anyAlarm),
        alarmActions: [args.topicArn],
        okActions: [args.topicArn],
      },
      { parent: this },
    );

    this.alarmArn = alarm.arn;
    this.registerOutputs({ alarmArn: this.alarmArn });
  }
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm.html */
const anyAlarm = (names: string[]): string => names.map((name) => `ALARM("${name}")`).join(" OR ");
