import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";

export interface FunctionAlarmsArgs {
  functionName: pulumi.Input<string>;
  /** What is not done while the function fails. */
  consequence: string;
  runbook: string;
}

/** A function that is to run each minute, and fails, or does not run. */
export function functionAlarms({ functionName, consequence, runbook }: FunctionAlarmsArgs): AlarmDefinition[] {
  const metric = (name: string): MetricStatistic => ({
    namespace: "AWS/Lambda",
    name,
    dimensions: { FunctionName: functionName },
    statistic: "Sum",
  });
  return [
    {
      name: "errors",
      description: `The function failed three times in five minutes: ${consequence}.`,
      metric: metric("Errors"),
      comparison: "above",
      threshold: 0,
      periodSeconds: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      missingData: "notBreaching",
      runbook,
    },
    {
      name: "silence",
      description: `The function has not run for 10 minutes: ${consequence}.`,
      metric: metric("Invocations"),
      comparison: "below",
      threshold: 1,
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "tell",
      runbook,
    },
  ];
}
