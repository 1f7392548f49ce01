import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, AlarmMetric, AlarmStatistic, MetricStatistic } from "./alarm-definition";

export interface LoadBalancerAlarmsArgs {
  /** `app/<name>/<id>`: the load balancer as its metrics name it. */
  loadBalancerArnSuffix: pulumi.Input<string>;
  /**
   * Target groups by the name of their service, each as its metrics name it: `targetgroup/<name>/<id>`. A service whose
   * versions take turns has two, of which one is usually empty.
   */
  targetGroupArnSuffixes: { [service: string]: pulumi.Input<string>[] };
  /** Answers of 500 and above within 5 minutes that are still borne. Default 50. */
  maxServerErrors?: number;
  /** Seconds within which 95 of 100 requests are answered. Default 2. */
  p95Seconds?: number;
  /** Whether services may be without tasks, and nobody is to be told. Default: they never are. */
  mayBeEmpty?: boolean;
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
  const targets = Object.entries(args.targetGroupArnSuffixes).flatMap(([service, targetGroups]) =>
    targetAlarms(
      service,
      targetGroups.map((TargetGroup) => ({ LoadBalancer, TargetGroup })),
      args.mayBeEmpty,
    ),
  );
  return [...traffic, ...targets];
}

/** Tasks of one service as the load balancer sees them: one that is ill, and none that is well. */
function targetAlarms(
  service: string,
  groups: MetricStatistic["dimensions"][],
  mayBeEmpty: boolean | undefined,
): AlarmDefinition[] {
  return [
    {
      name: `unhealthy-${service}`,
      description: `A task of ${service} has failed its health check for 5 minutes.`,
      metric: inAll(groups, "UnHealthyHostCount", "Unhealthy tasks"),
      comparison: "above",
      threshold: 0,
      periodSeconds: 60,
      evaluationPeriods: 5,
      missingData: "notBreaching",
      runbook: "unhealthy-targets",
    },
    {
      name: `no-healthy-${service}`,
      description: `No task of ${service} has been healthy for 3 minutes.`,
      metric: inAll(groups, "HealthyHostCount", "Healthy tasks"),
      comparison: "below",
      threshold: 1,
      periodSeconds: 60,
      evaluationPeriods: 3,
      // Nothing is reported while no task is registered.
      missingData: mayBeEmpty ? "notBreaching" : "breaching",
      runbook: "no-healthy-targets",
    },
  ];
}

/**
 * The tasks of all target groups together. Each node of the load balancer counts for itself, so the maximum is what the
 * best informed one sees; a group without tasks reports nothing, which is none.
 */
function inAll(groups: MetricStatistic["dimensions"][], name: string, label: string): AlarmMetric {
  const metrics = groups.map((dimensions): MetricStatistic => ({
    namespace: "AWS/ApplicationELB",
    name,
    dimensions,
    statistic: "Maximum",
  }));
  const [only] = metrics;
  if (metrics.length === 1 && only) return only;
  const named = metrics.map((metric, index) => [`group${index + 1}`, metric] as const);
  return {
    expression: named.map(([id]) => `FILL(${id}, 0)`).join(" + "),
    label,
    metrics: Object.fromEntries(named),
  };
}
