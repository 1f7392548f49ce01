import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, isMember, isMemcached, REPLICATION_GROUP, SERVERLESS_CACHE } from "./caches";

export const redisBackups: Rule = {
  id: "redis-backups",
  title: "Caches are backed up every day",
  severity: "medium",
  controls: { fsbp: ["ElastiCache.1"], nist: ["CP-9"] },
  references: { checkov: ["CKV_AWS_134"], cdkNag: ["ElastiCacheRedisClusterAutomaticBackup"] },
  why: "Sessions, queues and counters that live in the cache alone are gone when it fails or is emptied by mistake.",
  fix: "Set snapshotRetentionLimit to the number of days that snapshots are kept.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-1",
  types: [REPLICATION_GROUP, CLUSTER, SERVERLESS_CACHE],
  parameters: {
    days: {
      type: "integer",
      minimum: 1,
      maximum: 35,
      default: 1,
      description: "Least number of days to keep snapshots.",
    },
  },
  check({ resource, props, violated, params }) {
    if (isMember(resource) || isMemcached(resource)) return;
    const retention = props.at("snapshotRetentionLimit");
    if ((retention.number() ?? 0) < params.days) violated(retention, `at least ${params.days} days`, "fewer or none");
  },
  remedy: ({ params, set }) => set("snapshotRetentionLimit", params.days),
  cases: {
    resource: [
      good("kept for a day", { snapshotRetentionLimit: 1 }),
      good("kept for a week, as text", { snapshotRetentionLimit: "7" }, { params: { days: 7 } }),
      good("serverless", { engine: "valkey", snapshotRetentionLimit: 7 }, { type: SERVERLESS_CACHE }),
      good("member of a replication group", { replicationGroupId: UNKNOWN }, { type: CLUSTER }),
      good("Memcached", { engine: "memcached" }, { type: CLUSTER }),
      bad("AWS's default left", { engine: "redis" }, "snapshotRetentionLimit"),
      bad("turned off", { snapshotRetentionLimit: 0 }, "snapshotRetentionLimit"),
      bad("kept for too short", { snapshotRetentionLimit: 6 }, "snapshotRetentionLimit", { params: { days: 7 } }),
      bad("single cluster", { engine: "redis" }, "snapshotRetentionLimit", { type: CLUSTER }),
      bad("serverless without snapshots", { engine: "valkey" }, "snapshotRetentionLimit", { type: SERVERLESS_CACHE }),
      unknown("not known", { snapshotRetentionLimit: UNKNOWN }, "snapshotRetentionLimit"),
    ],
  },
};
