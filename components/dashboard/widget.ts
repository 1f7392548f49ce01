import type * as pulumi from "@pulumi/pulumi";
import type { MetricStatistic } from "../alarms";

/** One line of a graph. */
export interface Series {
  metric: MetricStatistic;
  /** What the line is called. */
  label: string;
}

/** A graph of metrics. */
export interface MetricWidget {
  kind: "metrics";
  title: string;
  series: Series[];
  /** What the left axis counts, for example `%` or `bytes`. */
  unit?: string;
  /** Lines on top of one another, for parts of a whole. */
  stacked?: boolean;
  /** Region of the metrics. Default: the dashboard's. */
  region?: string;
}

/** The state of alarms, each as a coloured box. */
export interface AlarmWidget {
  kind: "alarms";
  title: string;
  alarmArns: pulumi.Input<string>[];
}

export type Widget = MetricWidget | AlarmWidget;

/** CloudWatch's own figure: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export const MOST_ALARMS_OF_A_WIDGET = 100;

/** Alarm widgets that show all of the alarms, as many widgets as that takes. */
export function alarmWidgets(title: string, alarmArns: pulumi.Input<string>[]): AlarmWidget[] {
  const count = Math.ceil(alarmArns.length / MOST_ALARMS_OF_A_WIDGET);
  return Array.from({ length: count }, (_, index) => ({
    kind: "alarms",
    title: count > 1 ? `${title} (${index + 1} of ${count})` : title,
    alarmArns: alarmArns.slice(index * MOST_ALARMS_OF_A_WIDGET, (index + 1) * MOST_ALARMS_OF_A_WIDGET),
  }));
}
