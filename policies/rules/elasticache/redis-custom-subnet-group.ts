import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, isMember, REPLICATION_GROUP, SERVERLESS_CACHE } from "./caches";

export const redisCustomSubnetGroup: Rule = {
  id: "redis-custom-subnet-group",
  title: "Caches are placed in subnets that the program names",
  severity: "high",
  controls: { fsbp: ["ElastiCache.7"], nist: ["SC-7"] },
  references: { checkov: ["CKV_AWS_323"], cdkNag: ["AwsSolutions-AEC1"] },
  why: "Without subnets of its own a cache lands in the default VPC, whose subnets are all public.",
  fix: "Declare an aws.elasticache.SubnetGroup and set subnetGroupName to it (subnetIds for a serverless cache).",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-7",
  types: [REPLICATION_GROUP, CLUSTER, SERVERLESS_CACHE],
  check({ resource, props, violated }) {
    if (isMember(resource)) return;
    if (resource.type === SERVERLESS_CACHE) {
      const subnets = props.at("subnetIds");
      if (subnets.list().length === 0) violated(subnets, "subnets", "none, which means the default VPC's");
      return;
    }
    const group = props.at("subnetGroupName");
    if (!group.string() || group.string() === "default")
      violated(group, "a subnet group of the program's own", "the default VPC's subnets");
  },
  cases: {
    resource: [
      good("group named", { subnetGroupName: "cache" }),
      good("group named for a cluster", { subnetGroupName: "cache" }, { type: CLUSTER }),
      good("member of a replication group", { replicationGroupId: "cache" }, { type: CLUSTER }),
      good("serverless with subnets that are not there yet", { subnetIds: [UNKNOWN] }, { type: SERVERLESS_CACHE }),
      bad("no group", { engine: "redis" }, "subnetGroupName"),
      bad("default group", { subnetGroupName: "default" }, "subnetGroupName"),
      bad("no group for a cluster", { engine: "memcached" }, "subnetGroupName", { type: CLUSTER }),
      bad("serverless without subnets", { engine: "valkey" }, "subnetIds", { type: SERVERLESS_CACHE }),
      unknown("group not known", { subnetGroupName: UNKNOWN }, "subnetGroupName"),
      unknown("serverless, subnets not known", { subnetIds: UNKNOWN }, "subnetIds", { type: SERVERLESS_CACHE }),
    ],
  },
};
