import type * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";

/** A snapshot, whole, or an automated backup at a point in time. */
export type DatabaseRestore = {
  /**
   * ARN of the key that the snapshot or backup is encrypted with, in the region of the new instance: a restored
   * instance keeps that key.
   */
  kmsKeyArn: pulumi.Input<string>;
} & (
  | {
      /** Name or ARN of a snapshot in the region of the new instance. */
      snapshot: string;
    }
  | {
      /** ARN of an automated backup, `arn:aws:rds:<region>:<account>:auto-backup:ab-…`, replicated ones included. */
      backup: string;
      /** The moment to restore, such as `2026-11-21T10:00:00Z`. Default: the latest that the backup holds. */
      time?: string;
    }
);

/** The inputs that are read once, when an instance is made; a later change of them would replace it with its data. */
export const MADE_OF = ["snapshotIdentifier", "restoreToPointInTime"];

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/AutomatedBackups.PiTR.html */
export function restoreInputs(
  restore: DatabaseRestore,
): Pick<rds.InstanceArgs, "snapshotIdentifier" | "restoreToPointInTime"> {
  if ("snapshot" in restore) return { snapshotIdentifier: restore.snapshot };
  const { backup, time } = restore;
  return {
    restoreToPointInTime: {
      sourceDbInstanceAutomatedBackupsArn: backup,
      ...(time ? { restoreTime: time } : { useLatestRestorableTime: true }),
    },
  };
}
