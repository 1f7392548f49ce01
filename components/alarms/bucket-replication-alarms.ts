import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, AlarmStatistic, MetricStatistic } from "./alarm-definition";

export interface BucketReplicationAlarmsArgs {
  sourceBucket: pulumi.Input<string>;
  destinationBucket: pulumi.Input<string>;
  /** Id of the replication rule. */
  ruleId: string;
  /** Minutes that the replica may lie behind. Default 15: what replication time control promises. */
  maxMinutesBehind?: number;
}

/** A replica that falls behind or misses objects; needs the replication rule's metrics. */
export function bucketReplicationAlarms(args: BucketReplicationAlarmsArgs): AlarmDefinition[] {
  const { maxMinutesBehind = 15 } = args;
  const metric = (name: string, statistic: AlarmStatistic): MetricStatistic => ({
    namespace: "AWS/S3",
    name,
    dimensions: {
      SourceBucket: args.sourceBucket,
      DestinationBucket: args.destinationBucket,
      RuleId: args.ruleId,
    },
    statistic,
  });

  return [
    {
      name: "latency",
      description: `The replica has been more than ${maxMinutesBehind} minutes behind its source.`,
      metric: metric("ReplicationLatency", "Maximum"),
      comparison: "above",
      threshold: maxMinutesBehind * 60,
      periodSeconds: 300,
      evaluationPeriods: 1,
      // The metric is silent while nothing is written.
      missingData: "notBreaching",
      runbook: "replication-latency",
    },
    {
      name: "failures",
      description: "Objects could not be replicated.",
      metric: metric("OperationsFailedReplication", "Sum"),
      comparison: "above",
      threshold: 0,
      periodSeconds: 300,
      evaluationPeriods: 1,
      missingData: "notBreaching",
      runbook: "replication-failures",
    },
  ];
}
