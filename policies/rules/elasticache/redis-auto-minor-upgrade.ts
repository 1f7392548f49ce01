import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, REPLICATION_GROUP } from "./caches";

export const redisAutoMinorUpgrade: Rule = {
  id: "redis-auto-minor-upgrade",
  title: "Caches take minor engine versions by themselves",
  severity: "high",
  controls: { fsbp: ["ElastiCache.2"], nist: ["SI-2"] },
  references: { checkov: ["CKV_AWS_322"] },
  why: "Minor versions carry the engine's security fixes; a cache that waits for a person runs without them.",
  fix: "Leave autoMinorVersionUpgrade out or set it to true, and choose a maintenanceWindow that suits.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-2",
  types: [REPLICATION_GROUP, CLUSTER],
  check({ props, violated }) {
    const upgrade = props.at("autoMinorVersionUpgrade");
    if (upgrade.isFalse()) violated(upgrade, "true or absent", "upgrades turned off");
  },
  remedy: ({ resource, set }) => set("autoMinorVersionUpgrade", resource.type === CLUSTER ? "true" : true),
  cases: {
    resource: [
      good("turned on", { autoMinorVersionUpgrade: true }),
      good("provider's default left", { engine: "redis" }),
      good("turned on for a cluster, which takes text", { autoMinorVersionUpgrade: "true" }, { type: CLUSTER }),
      bad("turned off", { autoMinorVersionUpgrade: false }, "autoMinorVersionUpgrade"),
      bad("turned off for a cluster", { autoMinorVersionUpgrade: "false" }, "autoMinorVersionUpgrade", {
        type: CLUSTER,
      }),
      unknown("not known", { autoMinorVersionUpgrade: UNKNOWN }, "autoMinorVersionUpgrade"),
    ],
  },
};
