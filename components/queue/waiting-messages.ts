import type * as pulumi from "@pulumi/pulumi";
import type { MetricStatistic } from "../alarms";

/**
 * The messages of a queue that nobody has taken yet. Of a queue that has been idle for six hours SQS reports nothing, and
 * begins again up to 15 minutes after the first message
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/monitoring-using-cloudwatch.html); a worker
 * that polls keeps it busy.
 */
export function waitingMessages(queueName: pulumi.Input<string>): MetricStatistic {
  return {
    namespace: "AWS/SQS",
    name: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queueName },
    statistic: "Maximum",
  };
}
