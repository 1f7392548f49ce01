import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";
import { deadLetterAlarms } from "./dead-letter-alarms";

export interface QueueAlarmsArgs {
  queueName: pulumi.Input<string>;
  deadLetterQueueName: pulumi.Input<string>;
  /** What people call the queue. */
  label: string;
  /** Minutes that the oldest message may wait. */
  maxAgeMinutes: number;
  /** Messages that may wait at once. */
  maxDepth: number;
}

/** Messages that wait too long, are too many, or were given up. */
export function queueAlarms(args: QueueAlarmsArgs): AlarmDefinition[] {
  const { queueName: QueueName, deadLetterQueueName, label, maxAgeMinutes, maxDepth } = args;
  const metric = (name: string): MetricStatistic => ({
    namespace: "AWS/SQS",
    name,
    dimensions: { QueueName },
    statistic: "Maximum",
  });
  return [
    {
      name: "oldest-message",
      description: `A message has waited in ${label} for more than ${maxAgeMinutes} minutes.`,
      metric: metric("ApproximateAgeOfOldestMessage"),
      comparison: "above",
      threshold: maxAgeMinutes * 60,
      periodSeconds: 60,
      evaluationPeriods: 5,
      // SQS reports nothing of a queue that has been idle for hours.
      missingData: "notBreaching",
      runbook: "oldest-message",
    },
    {
      name: "depth",
      description: `More than ${maxDepth} messages have waited in ${label} for 15 minutes.`,
      metric: metric("ApproximateNumberOfMessagesVisible"),
      comparison: "above",
      threshold: maxDepth,
      periodSeconds: 300,
      evaluationPeriods: 3,
      missingData: "notBreaching",
      runbook: "queue-depth",
    },
    ...deadLetterAlarms({ queueName: deadLetterQueueName, of: `the queue ${label}` }),
  ];
}
