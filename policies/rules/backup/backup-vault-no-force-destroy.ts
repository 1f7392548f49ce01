import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const backupVaultNoForceDestroy: Rule = {
  id: "backup-vault-no-force-destroy",
  title: "A backup vault is not deleted with recovery points in it",
  severity: "medium",
  controls: { nist: ["CP-9"] },
  why: "One pulumi destroy, or a change of name, deletes all backups with the vault.",
  fix: "Leave forceDestroy of the aws.backup.Vault at its default of false.",
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/delete-a-vault.html",
  types: ["aws:backup/vault:Vault"],
  check({ props, violated }) {
    const flag = props.at("forceDestroy");
    if (flag.isTrue()) violated(flag, "false or absent", "true");
  },
  remedy: ({ set }) => set("forceDestroy", false),
  cases: {
    resource: [
      good("provider's default left", {}),
      good("off", { forceDestroy: false }),
      bad("on", { forceDestroy: true }, "forceDestroy"),
      bad("on, as text", { forceDestroy: "true" }, "forceDestroy"),
      unknown("not known", { forceDestroy: UNKNOWN }, "forceDestroy"),
    ],
  },
};
