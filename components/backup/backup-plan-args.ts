import type * as pulumi from "@pulumi/pulumi";
import type { BackupVault } from "./backup-vault";

/** A vault in a second region that receives a copy of every recovery point. */
export interface BackupCopy {
  vault: BackupVault;
  region: string;
  /** ARN of the key of that vault. */
  kmsKeyArn: pulumi.Input<string>;
  /** Days that copies are kept. */
  retentionDays: number;
}

export interface BackupPlanArgs {
  /** Account id, 12 digits. */
  account: string;
  region: string;
  /** What the plans are called by in the console, before what they back up. */
  planName: string;
  vault: BackupVault;
  /** Keys of the vault and of what is backed up, which the backup is encrypted with. */
  kmsKeyArns: pulumi.Input<string>[];
  /** Minute of the day in UTC, `hh:mm`. */
  time: string;
  /** Days that recovery points are kept. */
  retentionDays: number;
  /**
   * Days after which backups of file systems move to cold storage, where they stay 90 days at least. Default: never.
   * AWS offers none for databases (https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html).
   */
  coldStorageAfterDays?: number;
  /** Default: no copies. */
  copy?: BackupCopy;
  /** ARNs of database instances. */
  databaseArns: pulumi.Input<string>[];
  /** ARNs of file systems. */
  fileSystemArns: pulumi.Input<string>[];
}
