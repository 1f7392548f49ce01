import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition } from "./alarm-definition";

export interface PagerDutyAlarmsArgs {
  functionName: pulumi.Input<string>;
  /** Queue of the messages that PagerDuty did not take. */
  queueName: pulumi.Input<string>;
}

/** Alarms that do not reach PagerDuty: people have to hear of that by another way. */
export function pagerDutyAlarms({ functionName, queueName }: PagerDutyAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "errors",
      description: "PagerDuty did not take an alarm, or could not be reached.",
      metric: {
        namespace: "AWS/Lambda",
        name: "Errors",
        dimensions: { FunctionName: functionName },
        statistic: "Sum",
      },
      comparison: "above",
      threshold: 0,
      periodSeconds: 300,
      evaluationPeriods: 1,
      missingData: "notBreaching",
      runbook: "pager-duty",
    },
    {
      name: "undelivered",
      description: "Alarms that PagerDuty did not take after three attempts wait in the queue.",
      metric: {
        namespace: "AWS/SQS",
        name: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: queueName },
        statistic: "Maximum",
      },
      comparison: "above",
      threshold: 0,
      periodSeconds: 300,
      evaluationPeriods: 1,
      missingData: "notBreaching",
      runbook: "pager-duty",
    },
  ];
}
