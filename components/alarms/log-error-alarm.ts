import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { MetricAlarms } from "./metric-alarms";

export interface LogErrorAlarmArgs {
  /** What the alarm's name and the metric's namespace begin with, for example `pm-prod-api`. */
  namePrefix: string;
  /** Log group whose lines are counted; it must exist. */
  logGroupName: pulumi.Input<string>;
  topicArn: pulumi.Input<string>;
  runbookUrl: string;
  /** Lines with `ERROR` within 5 minutes that are still borne. Default 10. */
  maxErrors?: number;
}

/**
 * Counts the lines of a service's log that contain `ERROR` and tells when there are too many.
 *
 * Creates a metric filter and an alarm. Costs $0.30 for the metric and $0.10 for the alarm a month
 * (https://aws.amazon.com/cloudwatch/pricing/).
 */
export class LogErrorAlarm extends pulumi.ComponentResource {
  /** Physical name of the alarm. */
  readonly alarmNames: pulumi.Output<string>[];

  constructor(name: string, args: LogErrorAlarmArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:LogErrorAlarm", name, {}, opts);
    const { maxErrors = 10 } = args;
    const metric = { namespace: `${args.namePrefix}/logs`, name: "ErrorLines" };

    new cloudwatch.LogMetricFilter(
      `${name}-filter`,
      {
        logGroupName: args.logGroupName,
        // Quoted, the term is found anywhere in a line, as plain text or within JSON.
        pattern: '"ERROR"',
        metricTransformation: { ...metric, value: "1", defaultValue: "0", unit: "Count" },
      },
      { parent: this },
    );
    const alarms = new MetricAlarms(
      name,
      {
        namePrefix: args.namePrefix,
        topicArn: args.topicArn,
        runbookUrl: args.runbookUrl,
        alarms: [
          {
            name: "log-errors",
            description: `The log had more than ${maxErrors} lines with ERROR in 5 minutes, twice in a row.`,
            metric: { ...metric, dimensions: {}, statistic: "Sum" },
            comparison: "above",
            threshold: maxErrors,
            periodSeconds: 300,
            evaluationPeriods: 2,
            missingData: "notBreaching",
            runbook: "log-errors",
          },
        ],
      },
      { parent: this },
    );

    this.alarmNames = alarms.alarmNames;
    this.registerOutputs({ alarmNames: this.alarmNames });
  }
}
