import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";

export interface ScheduleAlarmsArgs {
  stateMachineArn: pulumi.Input<string>;
  /** Hours within which a run must have succeeded, 1 to 168. Default: none is waited for. */
  heartbeatHours?: number;
}

/** A scheduled task that has failed, or that has not run. */
export function scheduleAlarms({ stateMachineArn, heartbeatHours }: ScheduleAlarmsArgs): AlarmDefinition[] {
  const runs = (name: string): MetricStatistic => ({
    namespace: "AWS/States",
    name,
    dimensions: { StateMachineArn: stateMachineArn },
    statistic: "Sum",
  });
  const failed: AlarmDefinition = {
    name: "failed-run",
    description: "A run failed, after all its tries, took too long or was broken off.",
    metric: {
      expression: "FILL(failed, 0) + FILL(late, 0) + FILL(aborted, 0)",
      label: "Failed runs",
      metrics: {
        failed: runs("ExecutionsFailed"),
        late: runs("ExecutionsTimedOut"),
        aborted: runs("ExecutionsAborted"),
      },
    },
    comparison: "above",
    threshold: 0,
    periodSeconds: 300,
    evaluationPeriods: 1,
    missingData: "notBreaching",
    runbook: "failed-run",
  };
  if (heartbeatHours === undefined) return [failed];
  return [
    failed,
    {
      name: "missing-run",
      description: `No run has succeeded for ${heartbeatHours} hours.`,
      metric: runs("ExecutionsSucceeded"),
      comparison: "below",
      threshold: 1,
      periodSeconds: 3600,
      evaluationPeriods: heartbeatHours,
      missingData: "tell",
      runbook: "missing-run",
    },
  ];
}
