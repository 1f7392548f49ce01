import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { REPLICATION_GROUP } from "./caches";

export const redisMultiAz: Rule = {
  id: "redis-multi-az",
  title: "Caches survive the loss of an availability zone",
  severity: "medium",
  controls: { nist: ["CP-10"] },
  references: { checkov: ["CKV2_AWS_50"], cdkNag: ["AwsSolutions-AEC4"] },
  why: "Without a replica in another zone, sessions and counters are gone with the zone that holds them.",
  fix: "Set multiAzEnabled to true and numCacheClusters to at least 2, or replicasPerNodeGroup to at least 1.",
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
  types: [REPLICATION_GROUP],
  check({ props, violated }) {
    const multiAz = props.at("multiAzEnabled");
    if (!multiAz.isTrue()) violated(multiAz, "true", "one zone for all nodes", "zones");
    if (!hasReplica(props)) violated(replicasOf(props), "at least one replica", "none", "replicas");
  },
  cases: {
    resource: [
      good("two nodes", { multiAzEnabled: true, numCacheClusters: 2 }),
      good("two nodes, as text", { multiAzEnabled: "true", numCacheClusters: "2" }),
      good("shards with a replica each", { multiAzEnabled: true, numNodeGroups: 2, replicasPerNodeGroup: 1 }),
      good("shards that are described", {
        multiAzEnabled: true,
        nodeGroupConfigurations: [{ replicaCount: 1 }, { replicaAvailabilityZones: ["eu-west-1a"] }],
      }),
      bad("AWS's default left", { numCacheClusters: 2 }, "multiAzEnabled"),
      bad("one zone", { multiAzEnabled: false, numCacheClusters: 2 }, "multiAzEnabled"),
      bad("one node", { multiAzEnabled: true, numCacheClusters: 1 }, "numCacheClusters"),
      bad("no number of nodes, which means one", { multiAzEnabled: true }, "numCacheClusters"),
      bad("shards without", { multiAzEnabled: true, numNodeGroups: 2 }, "replicasPerNodeGroup"),
      bad(
        "one of two shards without",
        { multiAzEnabled: true, nodeGroupConfigurations: [{ replicaCount: 1 }, { replicaCount: 0 }] },
        "nodeGroupConfigurations",
      ),
      unknown("not known", { multiAzEnabled: UNKNOWN, numCacheClusters: 2 }, "multiAzEnabled"),
      unknown("nodes not known", { multiAzEnabled: true, numCacheClusters: UNKNOWN }, "numCacheClusters"),
    ],
  },
};

function hasReplica(group: Value): boolean {
  const shards = group.at("nodeGroupConfigurations").list();
  const hasOne = (shard: Value): boolean =>
    (shard.at("replicaCount").number() ?? shard.at("replicaAvailabilityZones").list().length) >= 1;
  return (
    (group.at("numCacheClusters").number() ?? 1) >= 2 ||
    (group.at("replicasPerNodeGroup").number() ?? 0) >= 1 ||
    (shards.length > 0 && shards.every(hasOne))
  );
}

/** The property that says how many replicas there are. */
function replicasOf(group: Value): Value {
  const shards = group.at("nodeGroupConfigurations");
  if (shards.isSet()) return shards;
  return group.at(group.at("numNodeGroups").isSet() ? "replicasPerNodeGroup" : "numCacheClusters");
}
