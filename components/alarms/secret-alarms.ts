import type { AlarmDefinition } from "./alarm-definition";

export interface SecretAlarmsArgs {
  /** Namespace in which the watch over secrets counts. */
  metricNamespace: string;
}

/** Secrets that nobody replaced in time, and a watch that no longer reports. */
export function secretAlarms({ metricNamespace }: SecretAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "overdue",
      description: "A secret is older than it may become, or nobody looks at the secrets any more.",
      metric: { namespace: metricNamespace, name: "Overdue", dimensions: {}, statistic: "Maximum" },
      comparison: "above",
      threshold: 0,
      periodSeconds: 3600,
      evaluationPeriods: 1,
      // It reports every five minutes: silence means that it fails.
      missingData: "breaching",
      runbook: "secrets-overdue",
    },
  ];
}
