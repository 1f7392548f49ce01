import * as pulumi from "@pulumi/pulumi";
import type { MetricStatistic } from "./alarm-definition";
import { countLines } from "./line-count";
import { MetricAlarms } from "./metric-alarms";

export interface UpstreamErrorAlarmArgs {
  /** What the alarm's name and the metric's namespace begin with, for example `shop-prod-web`. */
  namePrefix: string;
  /** Log group of JSON lines; it must exist. */
  logGroupName: pulumi.Input<string>;
  /** Field of a line that holds the status code of a call to somebody else's API, `upstream.status`, as a number. */
  statusField: string;
  topicArn: pulumi.Input<string>;
  runbookUrl: string;
  /** Calls that failed within 5 minutes and are still borne. Default 10. */
  maxErrors?: number;
}

/**
 * Counts the calls to third-party APIs that were answered with 4xx or 5xx, as the application's JSON log tells them,
 * and tells when there are too many.
 *
 * Creates a metric filter and an alarm. Costs $0.30 for the metric and $0.10 for the alarm a month
 * (https://aws.amazon.com/cloudwatch/pricing/).
 *
 * Throws when the field is no name, or names joined by dots.
 */
export class UpstreamErrorAlarm extends pulumi.ComponentResource {
  readonly alarmArns: pulumi.Output<string>[];

  constructor(name: string, args: UpstreamErrorAlarmArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:UpstreamErrorAlarm", name, {}, opts);
    const { maxErrors = 10 } = args;
    const pattern = failedCalls(name, args.statusField);
    const metric: MetricStatistic = {
      namespace: `${args.namePrefix}/logs`,
      name: "UpstreamErrors",
      dimensions: {},
      statistic: "Sum",
    };

    countLines(`${name}-filter`, { logGroupName: args.logGroupName, pattern, metric }, this);
    const alarms = new MetricAlarms(
      name,
      {
        namePrefix: args.namePrefix,
        topicArn: args.topicArn,
        runbookUrl: args.runbookUrl,
        alarms: [
          {
            name: "upstream-errors",
            description: `More than ${maxErrors} calls to third-party APIs failed in 5 minutes, twice in a row.`,
            metric,
            comparison: "above",
            threshold: maxErrors,
            periodSeconds: 300,
            evaluationPeriods: 2,
            missingData: "notBreaching",
            runbook: "upstream-errors",
          },
        ],
      },
      { parent: this },
    );

    this.alarmArns = alarms.alarmArns;
    this.registerOutputs({ alarmArns: this.alarmArns });
  }
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
function failedCalls(name: string, field: string): string {
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(field)) {
    throw new Error(`${name}: statusField must be a name, or names joined by dots, got "${field}"`);
  }
  return `{ $.${field} >= 400 }`;
}
