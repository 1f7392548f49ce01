import type * as pulumi from "@pulumi/pulumi";

/** How the values of one period become one: a plain statistic or a percentile such as `p95`. */
export type AlarmStatistic = "Average" | "Maximum" | "Minimum" | "Sum" | `p${number}`;

/** One CloudWatch metric. */
export interface MetricStatistic {
  namespace: string;
  name: string;
  dimensions: { [name: string]: pulumi.Input<string> };
  statistic: AlarmStatistic;
}

/** A figure computed from several metrics. */
export interface MetricExpression {
  /** In CloudWatch's metric math, over the keys of `metrics`: `desired - running`. */
  expression: string;
  /** What the figure is, for the console. */
  label: string;
  metrics: { [id: string]: MetricStatistic };
}

export type AlarmMetric = MetricStatistic | MetricExpression;

/** An alarm as plain data: what is watched, when it is too much, and what to read then. */
export interface AlarmDefinition {
  /** Fixed role within its set, for example `server-errors`: part of the alarm's logical and physical name. */
  name: string;
  /** What has happened, as a sentence for the person who is woken up. */
  description: string;
  metric: AlarmMetric;
  comparison: "above" | "atLeast" | "below";
  threshold: number;
  /** Seconds of one period. */
  periodSeconds: number;
  /** Periods that are looked at. */
  evaluationPeriods: number;
  /** Periods among them that must be bad. Default: all of them. */
  datapointsToAlarm?: number;
  /**
   * What silence of the metric means: trouble, health, no change of state, or trouble once it has been heard (`tell`): an
   * alarm that is new waits for the first value, and rings when values cease.
   */
  missingData: "breaching" | "notBreaching" | "ignore" | "tell";
  /** Section of the runbook that tells what to do, by its anchor. */
  runbook: string;
}
