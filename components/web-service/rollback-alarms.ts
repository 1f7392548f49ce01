import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, AlarmStatistic, MetricStatistic } from "../alarms";

/** When a deployment has failed although its tasks are healthy. */
export interface RollbackAlarmsArgs {
  /** Topic that is told. */
  alarmTopicArn: pulumi.Input<string>;
  /** Address of the runbook. */
  runbookUrl: string;
  /** Answers of 500 and above within 5 minutes that are still borne. Default 50. */
  maxServerErrors?: number;
  /** Seconds within which 95 of 100 requests are answered. Default 2. */
  p95Seconds?: number;
}

interface RollbackMetrics {
  loadBalancerArnSuffix: pulumi.Input<string>;
  targetGroupArnSuffix: pulumi.Input<string>;
}

/**
 * The alarms that end a deployment and bring the former version back. They look at this service's own targets, and react
 * faster than the load balancer's alarms, which wait for a second bad period.
 */
export function rollbackAlarms(
  { maxServerErrors = 50, p95Seconds = 2 }: Pick<RollbackAlarmsArgs, "maxServerErrors" | "p95Seconds">,
  metrics: RollbackMetrics,
): AlarmDefinition[] {
  const metric = (name: string, statistic: AlarmStatistic): MetricStatistic => ({
    namespace: "AWS/ApplicationELB",
    name,
    dimensions: { LoadBalancer: metrics.loadBalancerArnSuffix, TargetGroup: metrics.targetGroupArnSuffix },
    statistic,
  });
  return [
    {
      name: "rollback-server-errors",
      description: `The service answered more than ${maxServerErrors} requests with 5xx in 5 minutes.`,
      metric: metric("HTTPCode_Target_5XX_Count", "Sum"),
      comparison: "above",
      threshold: maxServerErrors,
      periodSeconds: 300,
      evaluationPeriods: 1,
      missingData: "notBreaching",
      runbook: "rollback-server-errors",
    },
    {
      name: "rollback-latency",
      description: `One request in twenty took longer than ${p95Seconds} s in three of five minutes.`,
      metric: metric("TargetResponseTime", "p95"),
      comparison: "above",
      threshold: p95Seconds,
      periodSeconds: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      missingData: "notBreaching",
      runbook: "rollback-latency",
    },
  ];
}
