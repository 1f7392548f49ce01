import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition } from "./alarm-definition";

export interface DeadLetterAlarmsArgs {
  /** Name of the queue of dead letters. */
  queueName: pulumi.Input<string>;
  /** Whose failed messages or calls it keeps, for example `the queue jobs`. */
  of: string;
}

/** One message that was given up is one too many: somebody has to look at it. */
export function deadLetterAlarms({ queueName, of }: DeadLetterAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "dead-letters",
      description: `There are dead letters of ${of}.`,
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
      // SQS reports nothing of a queue that has been idle for hours.
      missingData: "notBreaching",
      runbook: "dead-letters",
    },
  ];
}
