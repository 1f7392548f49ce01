import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { automaticBackups, isEnabled } from "./automatic-backups";
import { BACKUP_POLICY, FILE_SYSTEM } from "./file-systems";

const files: CaseResource = { type: FILE_SYSTEM, name: "files", props: { id: UNKNOWN } };
const policy = (status: unknown, fileSystem = "files"): CaseResource => ({
  type: BACKUP_POLICY,
  name: "backups",
  props: { fileSystemId: UNKNOWN, backupPolicy: { status } },
  refers: { fileSystemId: fileSystem },
});

export const efsAutomaticBackups: Rule = {
  id: "efs-automatic-backups",
  title: "Automatic backups of file systems are on",
  severity: "medium",
  controls: { fsbp: ["EFS.7"], nist: ["CP-9"] },
  why: "Files that somebody or something deletes are gone; EFS has no versions.",
  fix: 'Declare an aws.efs.BackupPolicy for the file system with status "ENABLED".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-7",
  types: [FILE_SYSTEM],
  checkStack({ subject, stack, each, violated }) {
    const policies = automaticBackups(stack, subject);
    if (policies.length === 0) violated("id", "a BackupPolicy for this file system", "none in the stack");
    each(policies, (each) => {
      if (!isEnabled(each)) violated(each.props.at("backupPolicy.status"), "ENABLED", "backups that are off");
    });
  },
  cases: {
    stack: [
      goodStack("on", [files, policy("ENABLED")]),
      goodStack("by the known id", [
        { ...files, props: { id: "fs-1" } },
        {
          type: BACKUP_POLICY,
          name: "backups",
          props: { fileSystemId: "fs-1", backupPolicy: [{ status: "ENABLED" }] },
        },
      ]),
      badStack("none", [files], "id"),
      badStack("of another one", [files, { ...files, name: "other" }, policy("ENABLED", "other")], ["id"]),
      badStack("off", [files, policy("DISABLED")], "backupPolicy.status"),
      unknownStack("status not known", [files, policy(UNKNOWN)], "backupPolicy.status"),
    ],
  },
};
