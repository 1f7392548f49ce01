import type * as pulumi from "@pulumi/pulumi";
import type { CacheEngine } from "./cache-engine";
import type { CachePurpose } from "./cache-purpose";

export interface CacheArgs {
  vpcId: pulumi.Input<string>;
  /** Private or isolated subnets; in two zones at least with `multiZone`. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Fixed name of the replication group, up to 40 characters, because log groups and alarms name it. */
  identifier: string;
  /** ARN of the key that encrypts the data at rest and the snapshots. */
  kmsKeyArn: pulumi.Input<string>;
  /** ARN of the key that encrypts the password: who starts tasks reads that, and no data. */
  secretKmsKeyArn: pulumi.Input<string>;
  engine: CacheEngine;
  /** `major.minor`, for example `8.0`; ElastiCache takes newer minor ones in the maintenance window. */
  engineVersion: string;
  /** For example `cache.r6g.large`. */
  nodeType: string;
  /** Decides what goes when the memory is full. */
  purpose: CachePurpose;
  /** Nodes in several zones; a replica takes over when the primary fails. */
  multiZone: boolean;
  /** Copies of each shard besides the primary, 0 to 5. Default: 1 with `multiZone`, else 0. */
  replicas?: number;
  /** Parts that the keys are spread over; two or more turn cluster mode on, for clients that know it. Default: 1. */
  shards?: number;
  /** TCP port. Default: 6379. */
  port?: number;
  /** Days that daily snapshots are kept, 0 (none) to 35. */
  snapshotRetentionDays: number;
  /** A last snapshot, `<identifier>-final`, when the cache is deleted; delete an older one of that name before. */
  finalSnapshot: boolean;
  /** Daily window in UTC, `hh:mm-hh:mm`. */
  snapshotWindow: string;
  /** Weekly window in UTC, `ddd:hh:mm-ddd:hh:mm`. */
  maintenanceWindow: string;
  /** Days that the slow log and the engine log are kept. */
  logRetentionDays: number;
  /** ARN of the key that encrypts those logs. */
  logKmsKeyArn: pulumi.Input<string>;
  /** Path of the secret that holds the password, for example `pm/prod/cache-auth-token`. */
  secretName: string;
  /** Days in which the deleted secret can be brought back, 7 to 30; 0 is for ephemeral stacks. Default: 30. */
  secretRecoveryWindowDays?: number;
}
