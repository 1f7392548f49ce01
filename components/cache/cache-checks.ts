import type { CacheArgs } from "./cache-args";
import { parameterGroupFamily } from "./cache-engine";
import { CachePurpose } from "./cache-purpose";
import type { CacheTopology } from "./cache-topology";

/** Throws at the first plain value that ElastiCache would refuse, or that would lose what the cache is for. */
export function checkCache(name: string, args: CacheArgs, topology: CacheTopology): void {
  const { shards, replicas, multiZone } = topology;
  const refuse = (reason: string): never => {
    throw new Error(`Cache ${name}: ${reason}`);
  };

  if (!/^[a-z](-?[a-z0-9])*$/.test(args.identifier) || args.identifier.length > 40)
    refuse(
      `identifier must be a letter and up to 39 lower-case letters, digits and single hyphens, got "${args.identifier}"`,
    );
  if (!Number.isInteger(shards) || shards < 1) refuse(`shards must be a whole number, 1 or more, got ${shards}`);
  if (!Number.isInteger(replicas) || replicas < 0 || replicas > 5)
    refuse(`replicas must be a whole number from 0 to 5, got ${replicas}`);
  if (multiZone && replicas === 0) refuse("replicas must be 1 or more with multiZone, got 0");
  if (args.purpose === CachePurpose.Queue && shards > 1)
    refuse(
      `shards must be 1 for a queue, got ${shards}: job queues use commands on several keys, which one shard holds`,
    );
  const days = args.snapshotRetentionDays;
  if (!Number.isInteger(days) || days < 0 || days > 35)
    refuse(`snapshotRetentionDays must be a whole number from 0 to 35, got ${days}`);
  try {
    parameterGroupFamily(args.engine, args.engineVersion);
  } catch (error) {
    refuse((error as Error).message);
  }
}
