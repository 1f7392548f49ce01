import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";

export interface ServiceAlarmsArgs {
  clusterName: pulumi.Input<string>;
  serviceName: pulumi.Input<string>;
  /** Average share of the reserved CPU that is still borne, in percent. Default 80. */
  cpuPercent?: number;
  /** Average share of the reserved memory that is still borne, in percent. Default 80. */
  memoryPercent?: number;
  /** Whether the cluster has Container Insights: only then are tasks counted, and missing ones noticed. */
  containerInsights: boolean;
  /** Whether the service may be without tasks, which then report nothing. Default: it never is. */
  mayBeEmpty?: boolean;
}

/** An ECS service that scaling cannot keep up with, or that cannot keep its tasks running. */
export function serviceAlarms(args: ServiceAlarmsArgs): AlarmDefinition[] {
  const { cpuPercent = 80, memoryPercent = 80 } = args;
  const dimensions = { ClusterName: args.clusterName, ServiceName: args.serviceName };
  const utilisation = (name: string): MetricStatistic => ({
    namespace: "AWS/ECS",
    name,
    dimensions,
    statistic: "Average",
  });
  const taskCount = (name: string): MetricStatistic => ({
    namespace: "ECS/ContainerInsights",
    name,
    dimensions,
    statistic: "Average",
  });

  const load: AlarmDefinition[] = [
    {
      name: "cpu",
      description: `The tasks used more than ${cpuPercent} % of their CPU for 10 minutes.`,
      metric: utilisation("CPUUtilization"),
      comparison: "above",
      threshold: cpuPercent,
      periodSeconds: 300,
      evaluationPeriods: 2,
      // A service without tasks reports no load; the alarm on missing tasks tells of that.
      missingData: "notBreaching",
      runbook: "service-cpu",
    },
    {
      name: "memory",
      description: `The tasks used more than ${memoryPercent} % of their memory for 10 minutes.`,
      metric: utilisation("MemoryUtilization"),
      comparison: "above",
      threshold: memoryPercent,
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "notBreaching",
      runbook: "service-memory",
    },
  ];
  if (!args.containerInsights) return load;
  return [
    ...load,
    {
      name: "missing-tasks",
      description: "Fewer tasks have run than the service asks for, for 10 minutes.",
      metric: {
        expression: "desired - running",
        label: "Missing tasks",
        metrics: { desired: taskCount("DesiredTaskCount"), running: taskCount("RunningTaskCount") },
      },
      comparison: "above",
      threshold: 0,
      periodSeconds: 60,
      evaluationPeriods: 10,
      // Container Insights counts no tasks of a service that has none, neither wanted nor running:
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
      missingData: args.mayBeEmpty ? "notBreaching" : "breaching",
      runbook: "missing-tasks",
    },
  ];
}
