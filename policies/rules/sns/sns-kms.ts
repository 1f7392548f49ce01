import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";

export const snsKms: Rule = {
  id: "sns-kms",
  title: "Topics are encrypted with a KMS key of one's own",
  severity: "medium",
  controls: { securityHub: ["SNS.1"], nist: ["SC-28(1)"] },
  references: { checkov: ["CKV_AWS_26"], cdkNag: ["SNSEncryptedKMS"] },
  why: "Messages are kept unencrypted otherwise, and through AWS's own key CloudWatch and EventBridge cannot publish.",
  fix: "Set kmsMasterKeyId to the ARN of an aws.kms.Key whose policy lets the publishing services use it.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-1",
  types: ["aws:sns/topic:Topic"],
  check({ props, violated }) {
    demandCustomerKey(props.at("kmsMasterKeyId"), violated);
  },
  cases: {
    resource: [
      good("a key", { kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" }),
      good("a key by its alias", { kmsMasterKeyId: "alias/alarms" }),
      bad("provider's default left", {}, "kmsMasterKeyId"),
      bad("AWS's key", { kmsMasterKeyId: "alias/aws/sns" }, "kmsMasterKeyId"),
      unknown("not known", { kmsMasterKeyId: UNKNOWN }, "kmsMasterKeyId"),
    ],
  },
};
