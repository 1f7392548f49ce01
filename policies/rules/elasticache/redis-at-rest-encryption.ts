import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { isSecondary, isValkey, REPLICATION_GROUP } from "./caches";

export const redisAtRestEncryption: Rule = {
  id: "redis-at-rest-encryption",
  title: "Caches are encrypted on disk",
  severity: "high",
  controls: { fsbp: ["ElastiCache.4"], nist: ["SC-28(1)"] },
  references: { checkov: ["CKV_AWS_29"], cdkNag: ["AwsSolutions-AEC3"] },
  why: "Snapshots and swapped memory hold the sessions and copies of data that the cache holds.",
  fix: "Set atRestEncryptionEnabled to true, with a kmsKeyId; a change replaces the cache.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-4",
  types: [REPLICATION_GROUP],
  check({ props, violated }) {
    const encrypted = props.at("atRestEncryptionEnabled");
    const isByDefault = !encrypted.isSet() && (isSecondary(props) || isValkey(props));
    if (!isByDefault && !encrypted.isTrue()) violated(encrypted, "true", "no encryption");
  },
  cases: {
    resource: [
      good("encrypted", { atRestEncryptionEnabled: true }),
      good("encrypted, as text", { engine: "redis", atRestEncryptionEnabled: "true" }),
      good("Valkey, provider's default left", { engine: "valkey" }),
      good("secondary of a global datastore", { globalReplicationGroupId: UNKNOWN }),
      bad("Redis, provider's default left", { engine: "redis" }, "atRestEncryptionEnabled"),
      bad("no engine, which means Redis", {}, "atRestEncryptionEnabled"),
      bad("refused", { atRestEncryptionEnabled: false }, "atRestEncryptionEnabled"),
      bad("refused for Valkey", { engine: "valkey", atRestEncryptionEnabled: "false" }, "atRestEncryptionEnabled"),
      unknown("not known", { atRestEncryptionEnabled: UNKNOWN }, "atRestEncryptionEnabled"),
      unknown("engine not known", { engine: UNKNOWN }, "engine"),
    ],
  },
};
