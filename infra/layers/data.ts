import type { Cache } from "@platform/components/cache";
import type { FileSystem } from "@platform/components/file-system";
import type { Network } from "@platform/components/network";
import type { Queue } from "@platform/components/queue";
import type { StackConfig } from "../config";
import { type BucketPlace, buckets } from "../data/buckets";
import { cache } from "../data/cache";
import { type DatabaseSet, databaseSet } from "../data/database";
import { files } from "../data/files";
import { queues } from "../data/queues";
import { type SecondRegions, secondRegions } from "../data/second-regions";
import { type SecretPlace, secrets } from "../data/secrets";
import type { Foundation } from "./foundation";

/** Everything that holds data. */
export interface Data {
  /** The other regions that hold copies. */
  regions: SecondRegions;
  database: DatabaseSet | undefined;
  cache: Cache | undefined;
  buckets: { [name: string]: BucketPlace };
  queues: { [name: string]: Queue };
  files: { [name: string]: FileSystem };
  secrets: { [name: string]: SecretPlace };
}

export function data(config: StackConfig, base: Foundation, net: Network): Data {
  const regions = secondRegions(config, base);
  return {
    regions,
    database: config.database && databaseSet(config, config.database, base, net, regions),
    cache: config.cache && cache(config, config.cache, base, net),
    buckets: buckets(config, base, regions),
    queues: queues(config, base),
    files: files(config, base, net),
    secrets: secrets(config, base, regions),
  };
}
