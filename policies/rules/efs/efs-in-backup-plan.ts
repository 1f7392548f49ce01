import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BACKUP_SELECTION, isBackedUp } from "../backup/selections";
import { automaticBackups, isEnabled } from "./automatic-backups";
import { BACKUP_POLICY, FILE_SYSTEM } from "./file-systems";

const files: CaseResource = { type: FILE_SYSTEM, name: "files", props: { id: UNKNOWN, arn: UNKNOWN } };
const automatic = (status: unknown): CaseResource => ({
  type: BACKUP_POLICY,
  name: "automatic",
  props: { fileSystemId: UNKNOWN, backupPolicy: { status } },
  refers: { fileSystemId: "files" },
});
const selection = (resources: unknown, refers: CaseResource["refers"] = {}): CaseResource => ({
  type: BACKUP_SELECTION,
  name: "daily",
  props: { resources },
  refers,
});

export const efsInBackupPlan: Rule = {
  id: "efs-in-backup-plan",
  title: "AWS Backup takes every file system",
  severity: "medium",
  controls: { fsbp: ["EFS.2"], nist: ["CP-9"] },
  references: { checkov: ["CKV2_AWS_18"], cdkNag: ["EFSInBackupPlan"] },
  why: "Without recovery points lost files cannot be had back.",
  fix: "Name the file system's arn in resources of an aws.backup.Selection, or enable its aws.efs.BackupPolicy.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-2",
  types: [FILE_SYSTEM],
  checkStack({ subject, stack, violated }) {
    if (automaticBackups(stack, subject).some(isEnabled) || isBackedUp(stack, subject)) return;
    violated("arn", "a backup selection that takes it, or automatic backups", "neither");
  },
  cases: {
    stack: [
      goodStack("by reference", [files, selection([UNKNOWN], { resources: "files" })]),
      goodStack("with all of its kind", [files, selection(["arn:aws:elasticfilesystem:*:*:file-system/*"])]),
      goodStack("by AWS's own plan", [files, automatic("ENABLED")]),
      badStack("by nobody", [files], "arn"),
      badStack("by AWS's own plan, switched off", [files, automatic("DISABLED")], "arn"),
      badStack("others alone", [files, selection(["arn:aws:rds:*:*:db:*"])], "arn"),
      unknownStack("selected resources not known", [files, selection(UNKNOWN)], "resources"),
    ],
  },
};
