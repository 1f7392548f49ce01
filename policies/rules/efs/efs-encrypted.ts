import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";
import { FILE_SYSTEM } from "./file-systems";

const kmsKeyId = "arn:aws:kms:eu-west-1:123456789012:key/1";

export const efsEncrypted: Rule = {
  id: "efs-encrypted",
  title: "File systems are encrypted with a KMS key of one's own",
  severity: "high",
  controls: { fsbp: ["EFS.1", "EFS.8"], cis: ["2.3.1"], nist: ["SC-28(1)"] },
  references: { checkov: ["CKV_AWS_42", "CKV_AWS_184"], cdkNag: ["AwsSolutions-EFS1"] },
  why: "Files lie on AWS's disks as they are, and encryption cannot be added later without a new file system.",
  fix: "Set encrypted to true and kmsKeyId to the ARN of an aws.kms.Key.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-1",
  types: [FILE_SYSTEM],
  check({ props, each, violated }) {
    const encryption = (): void => {
      const flag = props.at("encrypted");
      if (!flag.isTrue()) violated(flag, "true", flag.isSet() ? "false" : "nothing", "encrypted");
    };
    each([encryption, () => demandCustomerKey(props.at("kmsKeyId"), violated, "key")], (part) => part());
  },
  cases: {
    resource: [
      good("encrypted", { encrypted: true, kmsKeyId }),
      good("encrypted, as text", { encrypted: "true", kmsKeyId }),
      bad("provider's default left", { kmsKeyId }, "encrypted"),
      bad("off", { encrypted: false, kmsKeyId }, "encrypted"),
      bad("AWS's key, by default", { encrypted: true }, "kmsKeyId"),
      bad("AWS's key", { encrypted: true, kmsKeyId: "alias/aws/elasticfilesystem" }, "kmsKeyId"),
      unknown("flag not known", { encrypted: UNKNOWN, kmsKeyId }, "encrypted"),
      unknown("key not known", { encrypted: true, kmsKeyId: UNKNOWN }, "kmsKeyId"),
    ],
  },
};
