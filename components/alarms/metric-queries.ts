import type * as cloudwatch from "@pulumi/aws/cloudwatch";
import type { MetricExpression } from "./alarm-definition";

/** A figure computed from several metrics, as an alarm asks for it. */
export function metricQueries(
  { expression, label, metrics }: MetricExpression,
  periodSeconds: number,
): NonNullable<cloudwatch.MetricAlarmArgs["metricQueries"]> {
  const sources = Object.entries(metrics).map(([id, source]) => ({
    id,
    metric: {
      namespace: source.namespace,
      metricName: source.name,
      dimensions: source.dimensions,
      stat: source.statistic,
      period: periodSeconds,
    },
    returnData: false,
  }));
  return [{ id: "result", expression, label, returnData: true }, ...sources];
}
