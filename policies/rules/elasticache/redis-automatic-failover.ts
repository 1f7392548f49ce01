import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { REPLICATION_GROUP } from "./caches";

export const redisAutomaticFailover: Rule = {
  id: "redis-automatic-failover",
  title: "A replica takes over when the cache's primary node fails",
  severity: "medium",
  controls: { fsbp: ["ElastiCache.3"], nist: ["CP-10"] },
  references: { checkov: ["CKV2_AWS_50"], cdkNag: ["AwsSolutions-AEC4"] },
  why: "Without it the cache takes no writes until somebody promotes a replica or AWS has replaced the node.",
  fix: "Set automaticFailoverEnabled to true and numCacheClusters to at least 2.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-3",
  types: [REPLICATION_GROUP],
  check({ props, violated }) {
    const failover = props.at("automaticFailoverEnabled");
    if (!failover.isTrue()) violated(failover, "true", "failover by hand");
  },
  cases: {
    resource: [
      good("by itself", { automaticFailoverEnabled: true, numCacheClusters: 2 }),
      good("by itself, as text", { automaticFailoverEnabled: "true" }),
      bad("AWS's default left", { numCacheClusters: 2 }, "automaticFailoverEnabled"),
      bad("refused", { automaticFailoverEnabled: false }, "automaticFailoverEnabled"),
      unknown("not known", { automaticFailoverEnabled: UNKNOWN }, "automaticFailoverEnabled"),
    ],
  },
};
