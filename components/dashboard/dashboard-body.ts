import type * as pulumi from "@pulumi/pulumi";
import { COLUMNS, type Place, placed, type Size } from "./layout";
import type { AlarmWidget, MetricWidget, Series, Widget } from "./widget";

/** A widget in CloudWatch's own form; what AWS chooses may still be unknown. */
export interface PlacedWidget extends Place {
  type: "metric" | "alarm";
  properties: { [name: string]: pulumi.Input<unknown> };
}

const GRAPH: Size = { width: 8, height: 6 };
/** Boxes of alarms stand four in a row over the whole width. */
const ALARMS_OF_A_ROW = 4;

/**
 * A dashboard's document with all its widgets placed
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html).
 */
export function dashboardBody(widgets: Widget[], region: string): { widgets: PlacedWidget[] } {
  const places = placed(widgets.map(sizeOf));
  return {
    widgets: widgets.map((widget, index) => ({
      ...(places[index] as Place),
      ...(widget.kind === "metrics" ? graph(widget, region) : alarmStates(widget)),
    })),
  };
}

function sizeOf(widget: Widget): Size {
  if (widget.kind === "metrics") return GRAPH;
  return { width: COLUMNS, height: 1 + Math.max(1, Math.ceil(widget.alarmArns.length / ALARMS_OF_A_ROW)) };
}

function graph(
  { title, series, unit, stacked = false, region }: MetricWidget,
  home: string,
): Pick<PlacedWidget, "type" | "properties"> {
  return {
    type: "metric",
    properties: {
      title,
      region: region ?? home,
      view: "timeSeries",
      stacked,
      period: 300,
      metrics: series.map(line),
      yAxis: { left: { min: 0, ...(unit !== undefined && { label: unit, showUnits: false }) } },
    },
  };
}

/** `[namespace, metric, dimension, value, …, options]`. */
function line({ metric: { namespace, name, dimensions, statistic }, label }: Series): pulumi.Input<unknown>[] {
  return [namespace, name, ...Object.entries(dimensions).flat(), { label, stat: statistic }];
}

function alarmStates({ title, alarmArns }: AlarmWidget): Pick<PlacedWidget, "type" | "properties"> {
  return { type: "alarm", properties: { title, alarms: alarmArns } };
}
