/** How many nodes there are, and where. */
export interface CacheTopology {
  shards: number;
  /** Copies of each shard besides the primary. */
  replicas: number;
  multiZone: boolean;
}

/** ElastiCache's inputs for a topology; cluster mode is on with two shards or more. */
export function topologyInputs({ shards, replicas, multiZone }: CacheTopology) {
  const failover = { multiAzEnabled: multiZone, automaticFailoverEnabled: replicas > 0 || shards > 1 };
  return shards > 1
    ? { ...failover, numNodeGroups: shards, replicasPerNodeGroup: replicas }
    : { ...failover, numCacheClusters: 1 + replicas };
}

/** The nodes' names, the `CacheClusterId` of their metrics: `pm-prod-001`, or `pm-prod-0001-001` with two shards or more. */
export function memberClusterIds(identifier: string, { shards, replicas }: CacheTopology): string[] {
  const numbers = (count: number, digits: number): string[] =>
    Array.from({ length: count }, (_, index) => String(index + 1).padStart(digits, "0"));
  const nodes = numbers(1 + replicas, 3);
  if (shards === 1) return nodes.map((node) => `${identifier}-${node}`);
  return numbers(shards, 4).flatMap((shard) => nodes.map((node) => `${identifier}-${shard}-${node}`));
}
