import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";

export const secretKmsCmk: Rule = {
  id: "secret-kms-cmk",
  title: "Secrets are encrypted with a KMS key of one's own",
  severity: "low",
  controls: { nist: ["SC-28(1)", "SC-12"] },
  references: { checkov: ["CKV_AWS_149"], cdkNag: ["SecretsManagerUsingKMSKey"] },
  why: "Who may use AWS's own key cannot be limited, and a secret under it cannot be shared with another account.",
  fix: "Set kmsKeyId to the ARN of an aws.kms.Key.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
  types: ["aws:secretsmanager/secret:Secret"],
  check({ props, violated }) {
    demandCustomerKey(props.at("kmsKeyId"), violated);
  },
  cases: {
    resource: [
      good("a key", { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" }),
      good("a key by its alias", { kmsKeyId: "alias/shop" }),
      bad("provider's default left", { name: "shop/database" }, "kmsKeyId"),
      bad("AWS's key", { kmsKeyId: "alias/aws/secretsmanager" }, "kmsKeyId"),
      bad(
        "AWS's key by its ARN",
        { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:alias/aws/secretsmanager" },
        "kmsKeyId",
      ),
      unknown("not known", { kmsKeyId: UNKNOWN }, "kmsKeyId"),
    ],
  },
};
