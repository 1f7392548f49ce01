import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { isSecondary, REPLICATION_GROUP } from "./caches";

export const redisInTransitEncryption: Rule = {
  id: "redis-in-transit-encryption",
  title: "Caches refuse connections in the clear",
  severity: "high",
  controls: { fsbp: ["ElastiCache.5"], nist: ["SC-8(1)"] },
  references: { checkov: ["CKV_AWS_30"], cdkNag: ["AwsSolutions-AEC3"] },
  why: "Without TLS passwords and sessions pass through the network as plain text.",
  fix: 'Set transitEncryptionEnabled to true and leave transitEncryptionMode out or set it to "required".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-5",
  types: [REPLICATION_GROUP],
  check({ props, violated }) {
    const [encrypted, mode] = [props.at("transitEncryptionEnabled"), props.at("transitEncryptionMode")];
    const isInherited = !encrypted.isSet() && isSecondary(props);
    if (!isInherited && !encrypted.isTrue()) violated(encrypted, "true", "connections in the clear");
    if (mode.string() === "preferred") violated(mode, "required or absent", "connections in the clear as well");
  },
  cases: {
    resource: [
      good("required, AWS's default left", { transitEncryptionEnabled: true }),
      good("required, as text", { transitEncryptionEnabled: "true", transitEncryptionMode: "required" }),
      good("secondary of a global datastore", { globalReplicationGroupId: "global" }),
      bad("provider's default left", { engine: "valkey" }, "transitEncryptionEnabled"),
      bad("refused", { transitEncryptionEnabled: false }, "transitEncryptionEnabled"),
      bad(
        "refused for a secondary",
        { globalReplicationGroupId: "global", transitEncryptionEnabled: false },
        "transitEncryptionEnabled",
      ),
      bad(
        "not required",
        { transitEncryptionEnabled: true, transitEncryptionMode: "preferred" },
        "transitEncryptionMode",
      ),
      unknown("not known", { transitEncryptionEnabled: UNKNOWN }, "transitEncryptionEnabled"),
      unknown(
        "mode not known",
        { transitEncryptionEnabled: true, transitEncryptionMode: UNKNOWN },
        "transitEncryptionMode",
      ),
    ],
  },
};
