import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { demandCustomerKey } from "../../kernel/customer-key";
import { REPLICATION_GROUP, SERVERLESS_CACHE } from "./caches";

export const redisKmsCmk: Rule = {
  id: "redis-kms-cmk",
  title: "Caches are encrypted with a key of yours",
  severity: "low",
  controls: { nist: ["SC-28(1)", "SC-12"] },
  references: { checkov: ["CKV_AWS_191"] },
  why: "With a key of its own an organisation decides who restores a snapshot, sees each use and can end it.",
  fix: "Set kmsKeyId to the arn of an aws.kms.Key; a change replaces the cache.",
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
  types: [REPLICATION_GROUP, SERVERLESS_CACHE],
  check({ props, violated }) {
    demandCustomerKey(props.at("kmsKeyId"), violated);
  },
  cases: {
    resource: [
      good("a key", { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1" }),
      good("a key for a serverless cache", { kmsKeyId: "alias/shop" }, { type: SERVERLESS_CACHE }),
      bad("AWS's default left", { atRestEncryptionEnabled: true }, "kmsKeyId"),
      bad("AWS's key by name", { kmsKeyId: "alias/aws/elasticache" }, "kmsKeyId"),
      bad("serverless, AWS's default left", { engine: "valkey" }, "kmsKeyId", { type: SERVERLESS_CACHE }),
      unknown("key not known", { kmsKeyId: UNKNOWN }, "kmsKeyId"),
    ],
  },
};
