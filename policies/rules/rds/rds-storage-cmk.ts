import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";
import { CLUSTER, INSTANCE, isReplica } from "./databases";

export const rdsStorageCmk: Rule = {
  id: "rds-storage-cmk",
  title: "Databases are encrypted with a key of yours",
  severity: "low",
  controls: { nist: ["SC-28(1)", "SC-12"] },
  references: { checkov: ["CKV_AWS_327"] },
  why: "AWS's own key admits the whole account, and snapshots under it cannot be shared with another one.",
  fix: "Set kmsKeyId to the arn of an aws.kms.Key; a change replaces the database.",
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
  types: [INSTANCE, CLUSTER],
  check({ props, violated }) {
    const key = props.at("kmsKeyId");
    if (key.isSet() || !isReplica(props)) demandCustomerKey(key, violated);
  },
  cases: {
    resource: [
      good("a key", { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" }),
      good("an alias of one's own", { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:alias/shop" }, { type: CLUSTER }),
      good("replica, which has its source's key", { replicateSourceDb: "orders" }),
      bad("AWS's default left", { storageEncrypted: true }, "kmsKeyId"),
      bad("AWS's key by name", { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:alias/aws/rds" }, "kmsKeyId"),
      bad("AWS's key for a replica", { replicateSourceDb: "orders", kmsKeyId: "alias/aws/rds" }, "kmsKeyId"),
      bad("cluster, AWS's default left", {}, "kmsKeyId", { type: CLUSTER }),
      unknown("key not known", { kmsKeyId: UNKNOWN }, "kmsKeyId"),
    ],
  },
};
