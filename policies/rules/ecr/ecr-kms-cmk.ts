import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";

const key = "arn:aws:kms:eu-west-1:123456789012:key/1";
const encrypted = (...encryptionConfigurations: object[]): Properties => ({ encryptionConfigurations });

export const ecrKmsCmk: Rule = {
  id: "ecr-kms-cmk",
  title: "Images are encrypted with a key of yours",
  severity: "medium",
  controls: { securityHub: ["ECR.5"], nist: ["SC-28(1)"] },
  references: { checkov: ["CKV_AWS_136"] },
  why: "With a key of its own an organisation decides who reads its images, sees each use and can end it.",
  fix: 'Set encryptionConfigurations to [{ encryptionType: "KMS", kmsKey }]; a change replaces the repository.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-5",
  types: ["aws:ecr/repository:Repository"],
  check({ props, violated }) {
    const configurations = props.at("encryptionConfigurations");
    const [configuration = configurations] = configurations.list();
    const [type, key] = [configuration.at("encryptionType"), configuration.at("kmsKey")];
    if (!type.string()?.startsWith("KMS")) violated(type, "KMS", "a key of ECR's");
    else demandCustomerKey(key, violated);
  },
  cases: {
    resource: [
      good("a key", encrypted({ encryptionType: "KMS", kmsKey: key })),
      good("a key for two layers", encrypted({ encryptionType: "KMS_DSSE", kmsKey: key })),
      bad("AWS's default left", {}, "encryptionConfigurations.encryptionType"),
      bad("a key of ECR's", encrypted({ encryptionType: "AES256" }), "encryptionConfigurations[0].encryptionType"),
      bad("AWS's key", encrypted({ encryptionType: "KMS" }), "encryptionConfigurations[0].kmsKey"),
      bad(
        "AWS's key by name",
        encrypted({ encryptionType: "KMS", kmsKey: "alias/aws/ecr" }),
        "encryptionConfigurations[0].kmsKey",
      ),
      unknown("configuration not known", { encryptionConfigurations: UNKNOWN }, "encryptionConfigurations"),
      unknown(
        "key not known",
        encrypted({ encryptionType: "KMS", kmsKey: UNKNOWN }),
        "encryptionConfigurations[0].kmsKey",
      ),
    ],
  },
};
