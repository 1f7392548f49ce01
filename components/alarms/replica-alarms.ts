import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition } from "./alarm-definition";

export interface ReplicaAlarmsArgs {
  instanceIdentifier: pulumi.Input<string>;
  /** Seconds that the replica may lie behind its source. Default 60. */
  maxLagSeconds?: number;
}

/** A read replica whose answers are old, or that copies nothing any more. */
export function replicaAlarms({ instanceIdentifier, maxLagSeconds = 60 }: ReplicaAlarmsArgs): AlarmDefinition[] {
  return [
    {
      name: "lag",
      description: `The replica has been more than ${maxLagSeconds} seconds behind for 5 minutes.`,
      metric: {
        namespace: "AWS/RDS",
        name: "ReplicaLag",
        dimensions: { DBInstanceIdentifier: instanceIdentifier },
        statistic: "Maximum",
      },
      comparison: "above",
      threshold: maxLagSeconds,
      periodSeconds: 60,
      evaluationPeriods: 5,
      // A replica that copies nothing has no lag to tell of.
      missingData: "breaching",
      runbook: "replica-lag",
    },
  ];
}
