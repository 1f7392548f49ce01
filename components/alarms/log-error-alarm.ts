import * as pulumi from "@pulumi/pulumi";
import type { MetricStatistic } from "./alarm-definition";
import { countLines } from "./line-count";
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

/** The count of lines with `ERROR` of the service whose alarms begin with that prefix. */
export const errorLines = (namePrefix: string): MetricStatistic => ({
  namespace: `${namePrefix}/logs`,
  name: "ErrorLines",
  dimensions: {},
  statistic: "Sum",
});

/**
 * Counts the lines of a service's log that contain `ERROR` and tells when there are too many.
 *
 * Creates a metric filter and an alarm. Costs $0.30 for the metric and $0.10 for the alarm a month
 * (https://aws.amazon.com/cloudwatch/pricing/).
 */
export class LogErrorAlarm extends pulumi.ComponentResource {
  /** Physical name of the alarm. */
  readonly alarmNames: pulumi.Output<string>[];
  readonly alarmArns: pulumi.Output<string>[];

  constructor(name: string, args: LogErrorAlarmArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:LogErrorAlarm", name, {}, opts);
    const { maxErrors = 10 } = args;
    const metric = errorLines(args.namePrefix);

    countLines(
      `${name}-filter`,
      // Quoted, the term is found anywhere in a line, as plain text or within JSON.
      { logGroupName: args.logGroupName, pattern: '"ERROR"', metric },
      this,
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
            metric,
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
    this.alarmArns = alarms.alarmArns;
    this.registerOutputs({ alarmNames: this.alarmNames, alarmArns: this.alarmArns });
  }
}
