import {
  backupAlarms,
  bucketReplicationAlarms,
  cacheAlarms,
  databaseAlarms,
  databaseProxyAlarms,
  fileSystemAlarms,
  queueAlarms,
  replicaAlarms,
} from "@platform/components/alarms";
import { REPLICATION_RULE_ID } from "@platform/components/bucket";
import { databaseNotices, EventNotices } from "@platform/components/event-notices";
import type { DatabaseConfig, StackConfig } from "../config";
import { at } from "../config/draft";
import { type DatabaseSet, replicaRole } from "../data/database";
import { declaredBy } from "../declared-by";
import type { Backup } from "./backup";
import type { Data } from "./data";
import type { Foundation } from "./foundation";
import type { Watch } from "./watch";

/** Alarms of everything that holds data, and of the backups of it. */
export function watchData(
  config: StackConfig,
  base: Foundation,
  store: Data,
  kept: Backup | undefined,
  watch: Watch,
): void {
  const { database, cache, alarms: limits } = config;
  const { names } = base;
  if (database && store.database) {
    watchDatabase(config, database, store.database, watch);
    tellOfDatabase(config, store.database, base);
  }
  if (cache && store.cache) {
    const alarms = cacheAlarms({
      memberClusterIds: store.cache.memberClusterIds,
      purpose: cache.purpose,
      memoryPercent: limits.cache.memory,
      engineCpuPercent: limits.cache.cpu,
    });
    watch("cache", alarms, at("cache"));
  }
  for (const [name, { queueName, deadLetterQueueName }] of Object.entries(store.queues)) {
    const { maxAgeMinutes, maxDepth } = config.queues[name] as StackConfig["queues"][string];
    const alarms = queueAlarms({ queueName, deadLetterQueueName, label: name, maxAgeMinutes, maxDepth });
    watch(`${name}-queue`, alarms, at("queues", name));
  }
  for (const [name, { fileSystemId }] of Object.entries(store.files)) {
    watch(`${name}-files`, fileSystemAlarms({ fileSystemId }), at("files", name));
  }
  for (const [name, { replication }] of Object.entries(config.buckets)) {
    if (!replication?.timeControl) continue;
    const alarms = bucketReplicationAlarms({
      sourceBucket: names.bucket(name),
      destinationBucket: names.replicaBucket(name),
      ruleId: REPLICATION_RULE_ID,
    });
    watch(`${name}-replication`, alarms, at("buckets", name, "replication"));
  }
  if (kept) watch("backup", backupAlarms({ vaultName: kept.vault.vaultName }), at("backup"));
}

/** What RDS tells of the database and its replicas as events alone. */
function tellOfDatabase(
  { alarms: { runbookUrl } }: StackConfig,
  { instance, readers }: DatabaseSet,
  { alarmTopic: { topicArn }, opts }: Foundation,
): void {
  const instances = [instance, ...(readers?.replicas ?? [])];
  const notices = databaseNotices({ instanceIdentifiers: instances.map((each) => each.instanceIdentifier) });
  new EventNotices("database-notices", { topicArn, runbookUrl, notices }, declaredBy(opts, at("database")));
}

function watchDatabase(
  { economy, alarms: { database: limits } }: StackConfig,
  settings: DatabaseConfig,
  { instance, proxy, readers }: DatabaseSet,
  watch: Watch,
): void {
  const figures = {
    storageGib: settings.storage,
    cpuPercent: limits.cpu,
    maxConnections: limits.connections,
    freeStoragePercent: limits.freeStorage,
    freeMemoryPercent: limits.freeMemory,
    mayBeStopped: economy?.officeHours !== undefined,
  };
  const { instanceIdentifier } = instance;
  watch("database", databaseAlarms({ ...figures, instanceIdentifier, instanceClass: settings.class }), at("database"));
  if (proxy) watch("database-proxy", databaseProxyAlarms({ proxyName: proxy.proxyName }), at("database", "proxy"));
  readers?.replicas.forEach((replica, index) => {
    const instanceClass = settings.replicas[index]?.class ?? settings.class;
    const { instanceIdentifier } = replica;
    watch(
      replicaRole(index),
      [...databaseAlarms({ ...figures, instanceIdentifier, instanceClass }), ...replicaAlarms({ instanceIdentifier })],
      at("database", "replicas", index),
    );
  });
}
