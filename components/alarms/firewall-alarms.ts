import type { AlarmDefinition } from "./alarm-definition";

export interface FirewallAlarmsArgs {
  /** Metric name of the web ACL, from its visibility configuration. */
  webAclMetricName: string;
  /** Region of a regional web ACL; left out for CloudFront's, which reports to us-east-1 without one. */
  region?: string;
  /** Requests blocked within 5 minutes that are ordinary noise. Default 1000. */
  maxBlocked?: number;
}

/** A surge of blocked requests: an attack, or a rule that blocks users. */
export function firewallAlarms({ webAclMetricName, region, maxBlocked = 1000 }: FirewallAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "blocked-requests",
      description: `The firewall blocked more than ${maxBlocked} requests in 5 minutes, twice in a row.`,
      metric: {
        namespace: "AWS/WAFV2",
        name: "BlockedRequests",
        dimensions: { WebACL: webAclMetricName, Rule: "ALL", ...(region && { Region: region }) },
        statistic: "Sum",
      },
      comparison: "above",
      threshold: maxBlocked,
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "notBreaching",
      runbook: "firewall-blocked",
    },
  ];
}
