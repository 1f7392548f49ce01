import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";

export const logGroupKms: Rule = {
  id: "log-group-kms",
  title: "Log groups are encrypted with a KMS key of one's own",
  severity: "low",
  controls: { nist: ["SC-28(1)", "AU-9(3)"] },
  references: { checkov: ["CKV_AWS_158"], cdkNag: ["CloudWatchLogGroupEncrypted"] },
  why: "Logs tell about people and systems; who may use AWS's own key cannot be limited or seen.",
  fix: "Set kmsKeyId to the ARN of an aws.kms.Key whose policy lets CloudWatch Logs use it.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  check({ props, violated }) {
    demandCustomerKey(props.at("kmsKeyId"), violated);
  },
  cases: {
    resource: [
      good("a key", { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" }),
      bad("provider's default left", { name: "/shop/web" }, "kmsKeyId"),
      bad("empty", { kmsKeyId: "" }, "kmsKeyId"),
      unknown("not known", { kmsKeyId: UNKNOWN }, "kmsKeyId"),
    ],
  },
};
