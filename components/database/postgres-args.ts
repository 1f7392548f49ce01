import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseRestore } from "./restore";

export interface DatabaseBackup {
  /** Days for which every second can be restored, 0 to 35; 0 turns backups off. */
  retentionDays: number;
  /** Daily window in UTC, `hh:mm-hh:mm`, apart from the maintenance window. */
  window: string;
}

export interface PostgresDatabaseArgs {
  /** Account id, 12 digits. */
  account: string;
  vpcId: pulumi.Input<string>;
  /** Private or isolated subnets in two zones at least. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Fixed name of the instance, because log groups and alarms name it. */
  identifier: string;
  /** ARN of the key that encrypts storage, backups and insights. */
  kmsKeyArn: pulumi.Input<string>;
  /** ARN of the key that encrypts the master user's secret: who starts tasks reads that, and no data. */
  secretKmsKeyArn: pulumi.Input<string>;
  /** Name of the first database. */
  databaseName: string;
  /** Name of the master user. Default: `platform_admin`. */
  username?: string;
  /** For example `db.r6g.xlarge`. */
  instanceClass: string;
  /** GiB at the start, 20 or more. */
  storageGib: number;
  /** GiB up to which RDS lets the storage grow by itself: a tenth above `storageGib` at least. */
  maxStorageGib: number;
  /** Major version, for example `16`; RDS takes minor ones in the maintenance window. */
  engineVersion: string;
  /** TCP port. Default: 5432. */
  port?: number;
  /** A standby in a second zone that takes over within one to two minutes. */
  multiZone: boolean;
  backup: DatabaseBackup;
  /** Weekly window in UTC, `ddd:hh:mm-ddd:hh:mm`. */
  maintenanceWindow: string;
  /** AWS refuses to delete the instance. */
  deletionProtection: boolean;
  /** A last snapshot, `<identifier>-final`, when the instance is deleted; delete an older one of that name before. */
  finalSnapshot: boolean;
  /** Database Insights in standard mode: a week of query load. Every class of RDS for PostgreSQL has it. */
  performanceInsights: boolean;
  /** Seconds between figures of the operating system: 0 (none), 1, 5, 10, 15, 30 or 60. */
  monitoringIntervalSeconds: number;
  /** Days that exported logs are kept. */
  logRetentionDays: number;
  /** ARN of the key that encrypts exported logs. */
  logKmsKeyArn: pulumi.Input<string>;
  /** PostgreSQL parameters by name; not `rds.force_ssl`, which is always 1. */
  parameters?: { [name: string]: string };
  /**
   * What the instance is made of, instead of empty. Read once, when the instance is made: later changes of it are
   * ignored, so that nothing that holds data is replaced.
   */
  restoreFrom?: DatabaseRestore;
  /** Changes at once, restarts included, and not in the maintenance window. Default: false. */
  applyImmediately?: boolean;
}
