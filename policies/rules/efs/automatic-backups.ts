import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { BACKUP_POLICY } from "./file-systems";

/** The settings of a file system's automatic backups: AWS's own daily plan, kept for 35 days. */
export function automaticBackups(stack: StackIndex, fileSystem: Subject): Subject[] {
  return stack.pointingAt(fileSystem, [BACKUP_POLICY], "fileSystemId");
}

export function isEnabled({ props }: Subject): boolean {
  const status = props.at("backupPolicy.status").string();
  return status === "ENABLED" || status === "ENABLING";
}
