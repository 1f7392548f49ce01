import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";

export const schedulerCmk: Rule = {
  id: "scheduler-cmk",
  title: "Schedules are encrypted with a KMS key of one's own",
  severity: "low",
  controls: { nist: ["SC-28(1)"] },
  references: { checkov: ["CKV_AWS_297"] },
  why: "A schedule's input can hold personal data, and who may use AWS's own key cannot be limited.",
  fix: "Set kmsKeyArn to the ARN of an aws.kms.Key, and let the schedule's role decrypt with it.",
  url: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html",
  types: ["aws:scheduler/schedule:Schedule"],
  check({ props, violated }) {
    demandCustomerKey(props.at("kmsKeyArn"), violated);
  },
  cases: {
    resource: [
      good("a key", { kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1" }),
      bad("provider's default left", {}, "kmsKeyArn"),
      bad("AWS's key", { kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:alias/aws/scheduler" }, "kmsKeyArn"),
      unknown("not known", { kmsKeyArn: UNKNOWN }, "kmsKeyArn"),
    ],
  },
};
