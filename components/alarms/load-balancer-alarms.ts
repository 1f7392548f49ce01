import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, AlarmStatistic, MetricStatistic } from "./alarm-definition";

export interface LoadBalancerAlarmsArgs {
  /** `app/<name>/<id>`: the load balancer as its metrics name it. */
  loadBalancerArnSuffix: pulumi.Input<string>;
  /** Target groups by the name of their service, each as its metrics name it: `targetgroup/<name>/<id>`. */
  targetGroupArnSuffixes: { [service: string]: pulumi.Input<string> };
  /** Answers of 500 and above within 5 minutes that are still borne. Default 50. */
  maxServerErrors?: number;
  /** Seconds within which 95 of 100 requests are answered. Default 2. */
  p95Seconds?: number;
}

/** What users notice first: errors, slowness, and targets that do not answer. */
export function loadBalancerAlarms(args: LoadBalancerAlarmsArgs): AlarmDefinition[] {
  const { loadBalancerArnSuffix: LoadBalancer, maxServerErrors = 50, p95Seconds = 2 } = args;
  const metric = (name: string, statistic: AlarmStatistic): MetricStatistic => ({
    namespace: "AWS/ApplicationELB",
    name,
    dimensions: { LoadBalancer },
    statistic,
  });

  const traffic: AlarmDefinition[] = [
    {
      name: "server-errors",
      description: `The services answered more than ${maxServerErrors} requests with 5xx in 5 minutes, twice in a row.`,
      metric: metric("HTTPCode_Target_5XX_Count", "Sum"),
      comparison: "above",
      threshold: maxServerErrors,
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "notBreaching",
      runbook: "server-errors",
    },
    {
      name: "gateway-errors",
      description: `The load balancer itself answered more than ${maxServerErrors} requests with 5xx in 5 minutes, twice in a row.`,
      metric: metric("HTTPCode_ELB_5XX_Count", "Sum"),
      comparison: "above",
      threshold: maxServerErrors,
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "notBreaching",
      runbook: "gateway-errors",
    },
    {
      name: "latency",
      description: `One request in twenty took longer than ${p95Seconds} s for 5 minutes.`,
      metric: metric("TargetResponseTime", "p95"),
      comparison: "above",
      threshold: p95Seconds,
      periodSeconds: 60,
      evaluationPeriods: 5,
      missingData: "notBreaching",
      runbook: "latency",
    },
  ];
  const targets = Object.entries(args.targetGroupArnSuffixes).map(([service, TargetGroup]): AlarmDefinition => ({
    name: `unhealthy-${service}`,
    description: `A task of ${service} has failed its health check for 5 minutes.`,
    metric: {
      namespace: "AWS/ApplicationELB",
      name: "UnHealthyHostCount",
      dimensions: { LoadBalancer, TargetGroup },
      statistic: "Maximum",
    },
    comparison: "above",
    threshold: 0,
    periodSeconds: 60,
    evaluationPeriods: 5,
    missingData: "notBreaching",
    runbook: "unhealthy-targets",
  }));
  return [...traffic, ...targets];
}
