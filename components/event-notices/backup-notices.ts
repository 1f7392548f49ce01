import type * as pulumi from "@pulumi/pulumi";
import type { EventNotice } from "./event-notice";

export interface BackupNoticesArgs {
  /** The vault whose jobs, and whose copies to other vaults, are watched. */
  vaultName: pulumi.Input<string>;
  vaultArn: pulumi.Input<string>;
}

/** The states in which a job ends without a recovery point. */
const FAILED = ["FAILED", "ABORTED", "EXPIRED"];

/**
 * Every backup and every copy that failed, was stopped or could not start in time: one of several would not show in a
 * count of finished ones (https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html).
 */
export function backupNotices({ vaultName, vaultArn }: BackupNoticesArgs): EventNotice[] {
  const ended = { resource: "$.detail.resourceArn", state: "$.detail.state" };
  return [
    {
      name: "backup-failed",
      description: "A backup ended without a recovery point",
      pattern: {
        source: ["aws.backup"],
        "detail-type": ["Backup Job State Change"],
        detail: { state: FAILED, backupVaultName: [vaultName] },
      },
      parts: { job: "$.detail.backupJobId", ...ended },
      message: "The backup <job> of <resource> ended as <state>.",
      runbook: "backup-failed",
    },
    {
      name: "copy-failed",
      description: "A backup was not copied to the second region",
      pattern: {
        source: ["aws.backup"],
        "detail-type": ["Copy Job State Change"],
        detail: { state: FAILED, sourceBackupVaultArn: [vaultArn] },
      },
      parts: { job: "$.detail.copyJobId", ...ended },
      message: "The copy <job> of the backup of <resource> ended as <state>.",
      runbook: "backup-failed",
    },
  ];
}
