import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";

export const backupVaultCmk: Rule = {
  id: "backup-vault-cmk",
  title: "Backup vaults are encrypted with a KMS key of one's own",
  severity: "medium",
  controls: { fsbp: ["Backup.1"], nist: ["SC-28(1)", "CP-9(8)"] },
  references: { checkov: ["CKV_AWS_166"] },
  why: "Recovery points take the vault's key; those under AWS's own cannot be copied to another account.",
  fix: "Set kmsKeyArn to the ARN of an aws.kms.Key.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/backup-controls.html#backup-1",
  types: ["aws:backup/vault:Vault"],
  check({ props, violated }) {
    demandCustomerKey(props.at("kmsKeyArn"), violated);
  },
  cases: {
    resource: [
      good("a key", { kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1" }),
      bad("provider's default left", { name: "daily" }, "kmsKeyArn"),
      bad("AWS's key", { kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:alias/aws/backup" }, "kmsKeyArn"),
      unknown("not known", { kmsKeyArn: UNKNOWN }, "kmsKeyArn"),
    ],
  },
};
