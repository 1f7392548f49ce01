import { bad, badStack, type CaseResource, good, goodStack, unknown, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { automaticBackups, isEnabled } from "./automatic-backups";
import { BACKUP_POLICY, FILE_SYSTEM } from "./file-systems";

const PATH = "backupPolicy.status";
const files: CaseResource = { type: FILE_SYSTEM, name: "files", props: { id: UNKNOWN } };
const status = (value: unknown) => ({ fileSystemId: UNKNOWN, backupPolicy: { status: value } });
const policy = (value: unknown, fileSystem = "files"): CaseResource => ({
  type: BACKUP_POLICY,
  name: "backups",
  props: status(value),
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
  types: [BACKUP_POLICY, FILE_SYSTEM],
  check({ resource, violated }) {
    if (resource.type === BACKUP_POLICY && !isEnabled(resource)) violated(PATH, "ENABLED", "backups that are off");
  },
  checkStack({ subject, stack, violated }) {
    if (subject.type === FILE_SYSTEM && automaticBackups(stack, subject).length === 0)
      violated("id", "a BackupPolicy for this file system", "none in the stack");
  },
  remedy: ({ set }) => set(PATH, "ENABLED"),
  cases: {
    resource: [
      good("on", status("ENABLED")),
      good("being switched on, in a list of one", { backupPolicy: [{ status: "ENABLING" }] }),
      good("a file system, judged in its stack", {}, { type: FILE_SYSTEM }),
      bad("off", status("DISABLED"), PATH),
      bad("being switched off, in a list of one", { backupPolicy: [{ status: "DISABLING" }] }, PATH),
      bad("nothing said", {}, PATH),
      unknown("status not known", status(UNKNOWN), PATH),
    ],
    stack: [
      goodStack("declared", [files, policy("ENABLED")]),
      goodStack("off, which the policy itself is told", [files, policy("DISABLED")]),
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
      unknownStack(
        "of some file system",
        [files, { type: BACKUP_POLICY, name: "backups", props: status("ENABLED") }],
        "fileSystemId",
      ),
    ],
  },
};
