import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const VAULT = "aws:backup/vault:Vault";
const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const vault: CaseResource = { type: VAULT, name: "daily", props: { name: "shop-daily" } };
const lock = (backupVaultName: unknown, refers: CaseResource["refers"] = {}): CaseResource => ({
  type: LOCK,
  name: "lock",
  props: { backupVaultName },
  refers,
});

export const backupVaultLock: Rule = {
  id: "backup-vault-lock",
  title: "Backup vaults are locked",
  severity: "medium",
  controls: { nist: ["CP-9(8)", "AU-9"] },
  why: "Whoever takes over the account deletes the backups first; a lock keeps them for their time.",
  fix: "Declare an aws.backup.VaultLockConfiguration for the vault; with changeableForDays nobody can undo it.",
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
  types: [VAULT],
  checkStack({ subject, stack, violated }) {
    if (stack.pointingAt(subject, [LOCK], "backupVaultName").length === 0)
      violated("name", "a VaultLockConfiguration for this vault", "none in the stack");
  },
  cases: {
    stack: [
      goodStack("by reference", [vault, lock(UNKNOWN, { backupVaultName: "daily" })]),
      goodStack("by its known name", [vault, lock("shop-daily")]),
      badStack("no lock", [vault], "name"),
      badStack("of another vault", [vault, lock("shop-weekly")], "name"),
      unknownStack("of some vault", [vault, lock(UNKNOWN)], "backupVaultName"),
    ],
  },
};
