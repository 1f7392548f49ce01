import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";

export interface ModelAlarmsArgs {
  /** Ids as applications pass them: Bedrock reports by model or profile. */
  modelIds: string[];
  /** Calls in five minutes that may fail by the caller's fault, twice in a row. Default 10. */
  maxClientErrors?: number;
  /** The account's quota of requests per minute for each model. */
  requestsPerMinute: number;
  /** The account's quota of tokens per minute for each model, in and out together. */
  tokensPerMinute: number;
}

/** Share of a quota at which there is still time to ask for more, or to find out who spends so much. */
const NEAR = 0.8;

/**
 * Models that refuse calls or come near their quotas, which is also what a runaway bill looks like first
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html).
 */
export function modelAlarms({ modelIds, ...limits }: ModelAlarmsArgs): AlarmDefinition[] {
  return modelIds.flatMap((id) => [...refusalAlarms(id, limits), ...quotaAlarms(id, limits)]);
}

type Limits = Omit<ModelAlarmsArgs, "modelIds">;

const metricOf = (id: string, name: string): MetricStatistic => ({
  namespace: "AWS/Bedrock",
  name,
  dimensions: { ModelId: id },
  statistic: "Sum",
});

/** Model ids hold dots and colons, which read badly in a name. */
const role = (id: string, what: string): string => `${id.replace(/[^A-Za-z0-9]+/g, "-")}-${what}`;

function refusalAlarms(id: string, { maxClientErrors = 10 }: Limits): AlarmDefinition[] {
  const counted = {
    comparison: "above",
    periodSeconds: 300,
    evaluationPeriods: 2,
    missingData: "notBreaching",
  } as const;
  return [
    {
      ...counted,
      name: role(id, "client-errors"),
      description: `${id} refused more than ${maxClientErrors} calls in 5 minutes, twice in a row.`,
      metric: metricOf(id, "InvocationClientErrors"),
      threshold: maxClientErrors,
      runbook: "model-client-errors",
    },
    {
      ...counted,
      name: role(id, "throttles"),
      description: `${id} throttled more than ${maxClientErrors} calls in 5 minutes, twice in a row.`,
      metric: metricOf(id, "InvocationThrottles"),
      threshold: maxClientErrors,
      runbook: "model-throttles",
    },
  ];
}

function quotaAlarms(id: string, { requestsPerMinute, tokensPerMinute }: Limits): AlarmDefinition[] {
  const lasting = {
    comparison: "above",
    periodSeconds: 60,
    evaluationPeriods: 5,
    missingData: "notBreaching",
  } as const;
  return [
    {
      ...lasting,
      name: role(id, "requests"),
      description: `${id} took more than 80 % of its ${requestsPerMinute} requests a minute for 5 minutes.`,
      metric: metricOf(id, "Invocations"),
      threshold: requestsPerMinute * NEAR,
      runbook: "model-quota",
    },
    {
      ...lasting,
      name: role(id, "tokens"),
      description: `${id} took more than 80 % of its ${tokensPerMinute} tokens a minute for 5 minutes.`,
      metric: {
        expression: "FILL(input, 0) + FILL(output, 0)",
        label: "tokens",
        metrics: { input: metricOf(id, "InputTokenCount"), output: metricOf(id, "OutputTokenCount") },
      },
      threshold: tokensPerMinute * NEAR,
      runbook: "model-quota",
    },
  ];
}
