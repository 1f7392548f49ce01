import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";
import { metricQueries } from "./metric-queries";

export interface MetricAlarmsArgs {
  /** What the alarms' physical names begin with, for example `pm-prod-api`: unique in account and region. */
  namePrefix: string;
  /** Topic that is told of an alarm and of its end, in the alarms' region. */
  topicArn: pulumi.Input<string>;
  /** Address of the runbook; each alarm links to its section there. */
  runbookUrl: string;
  alarms: AlarmDefinition[];
  /** Region of the alarms: that of their metrics. Default: the provider's. CloudFront's metrics are in us-east-1. */
  region?: string;
}

const COMPARISONS = {
  above: "GreaterThanThreshold",
  atLeast: "GreaterThanOrEqualToThreshold",
  below: "LessThanThreshold",
} as const;

/**
 * A set of CloudWatch alarms, each of which names the section of the runbook that tells what to do.
 *
 * Creates one alarm per definition. Costs $0.10 per alarm, metric and month (https://aws.amazon.com/cloudwatch/pricing/).
 *
 * Throws when two definitions have one name.
 */
export class MetricAlarms extends pulumi.ComponentResource {
  /** Physical names, in the order of the definitions. */
  readonly alarmNames: pulumi.Output<string>[];
  /** In the order of the definitions. */
  readonly alarmArns: pulumi.Output<string>[];

  constructor(name: string, args: MetricAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:MetricAlarms", name, {}, opts);
    checkNames(name, args.alarms);

    const alarms = args.alarms.map(
      (alarm) =>
        new cloudwatch.MetricAlarm(
          `${name}-${alarm.name}`,
          {
            name: `${args.namePrefix}-${alarm.name}`,
            alarmDescription: `${alarm.description} Runbook: ${args.runbookUrl}#${alarm.runbook}`,
            ...conditionOf(alarm),
            alarmActions: [args.topicArn],
            okActions: [args.topicArn],
            ...(alarm.missingData === "tell" && { insufficientDataActions: [args.topicArn] }),
            region: args.region,
          },
          { parent: this },
        ),
    );

    this.alarmNames = alarms.map((alarm) => alarm.name);
    this.alarmArns = alarms.map((alarm) => alarm.arn);
    this.registerOutputs({ alarmNames: this.alarmNames, alarmArns: this.alarmArns });
  }
}

function conditionOf(alarm: AlarmDefinition): cloudwatch.MetricAlarmArgs {
  return {
    ...metricOf(alarm),
    comparisonOperator: COMPARISONS[alarm.comparison],
    threshold: alarm.threshold,
    evaluationPeriods: alarm.evaluationPeriods,
    datapointsToAlarm: alarm.datapointsToAlarm ?? alarm.evaluationPeriods,
    treatMissingData: alarm.missingData === "tell" ? "missing" : alarm.missingData,
  };
}

function metricOf({ metric, periodSeconds }: AlarmDefinition): cloudwatch.MetricAlarmArgs {
  if (!("expression" in metric)) return singleMetric(metric, periodSeconds);
  return { metricQueries: metricQueries(metric, periodSeconds) };
}

function singleMetric(metric: MetricStatistic, periodSeconds: number): cloudwatch.MetricAlarmArgs {
  const { namespace, name: metricName, dimensions, statistic } = metric;
  const common = { namespace, metricName, dimensions, period: periodSeconds };
  if (!statistic.startsWith("p")) return { ...common, statistic };
  // A percentile over a handful of requests says nothing: such a period leaves the alarm as it is.
  return { ...common, extendedStatistic: statistic, evaluateLowSampleCountPercentiles: "ignore" };
}

function checkNames(name: string, alarms: AlarmDefinition[]): void {
  const names = alarms.map((alarm) => alarm.name);
  const twice = names.find((other, index) => names.indexOf(other) !== index);
  if (twice) throw new Error(`${name}: alarms has two definitions named ${twice}; give each a name of its own`);
}
