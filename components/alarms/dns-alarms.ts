import type { AlarmDefinition } from "./alarm-definition";

export interface DnsAlarmsArgs {
  /** Namespace in which the DNS firewall counts. */
  metricNamespace: string;
}

/** Lookups of names that nobody allowed: a new destination that was forgotten, or somebody who calls home. */
export function dnsAlarms({ metricNamespace }: DnsAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "refused-queries",
      description: "A task asked for a name that is not among platform:egress.domains.",
      metric: { namespace: metricNamespace, name: "RefusedQueries", dimensions: {}, statistic: "Sum" },
      comparison: "above",
      threshold: 0,
      periodSeconds: 300,
      evaluationPeriods: 1,
      missingData: "notBreaching",
      runbook: "dns-refused",
    },
  ];
}
