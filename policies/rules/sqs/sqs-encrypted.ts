import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const sqsEncrypted: Rule = {
  id: "sqs-encrypted",
  title: "Queues are encrypted",
  severity: "medium",
  controls: { fsbp: ["SQS.1"], nist: ["SC-28"] },
  references: { checkov: ["CKV_AWS_27"] },
  why: "Messages lie in a queue for up to two weeks, with whatever the application wrote into them.",
  fix: "Set kmsMasterKeyId to the ARN of an aws.kms.Key, or leave sqsManagedSseEnabled at AWS's default of true.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html#sqs-1",
  types: ["aws:sqs/queue:Queue"],
  check({ props, violated }) {
    const managed = props.at("sqsManagedSseEnabled");
    const hasKey = props.at("kmsMasterKeyId").isSet();
    if (!hasKey && managed.isFalse()) violated(managed, "true, or a KMS key", "false");
  },
  remedy: ({ set }) => set("sqsManagedSseEnabled", true),
  cases: {
    resource: [
      good("AWS's default left", {}),
      good("a key", { kmsMasterKeyId: "alias/queues" }),
      good("a key that is not known yet", { kmsMasterKeyId: UNKNOWN, sqsManagedSseEnabled: false }),
      good("AWS's own encryption", { sqsManagedSseEnabled: true }),
      bad("turned off", { sqsManagedSseEnabled: false }, "sqsManagedSseEnabled"),
      bad("turned off, as text", { sqsManagedSseEnabled: "false" }, "sqsManagedSseEnabled"),
      unknown("not known", { sqsManagedSseEnabled: UNKNOWN }, "sqsManagedSseEnabled"),
    ],
  },
};
