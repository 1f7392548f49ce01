import type { AlarmStatistic } from "../alarms";
import type { MetricWidget } from "./widget";

/**
 * The use of Bedrock by model. Bedrock counts by model and account, not by application: what other applications of the
 * account send to the same model is in these figures too
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring.html).
 */
export function bedrockWidgets(modelIds: string[]): MetricWidget[] {
  const byModel = (title: string, name: string, statistic: AlarmStatistic, unit?: string): MetricWidget => ({
    kind: "metrics",
    title,
    series: modelIds.map((ModelId) => ({
      metric: { namespace: "AWS/Bedrock", name, dimensions: { ModelId }, statistic },
      label: ModelId,
    })),
    unit,
  });
  return [
    byModel("Invocations", "Invocations", "Sum"),
    byModel("Latency, average", "InvocationLatency", "Average", "milliseconds"),
    byModel("Latency, p95", "InvocationLatency", "p95", "milliseconds"),
    byModel("Client errors", "InvocationClientErrors", "Sum"),
    byModel("Server errors", "InvocationServerErrors", "Sum"),
    byModel("Throttled invocations", "InvocationThrottles", "Sum"),
    byModel("Tokens in", "InputTokenCount", "Sum", "tokens"),
    byModel("Tokens out", "OutputTokenCount", "Sum", "tokens"),
  ];
}
