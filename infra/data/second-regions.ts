import { EncryptionKey } from "@platform/components/encryption-key";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "../layers/foundation";

/** The key of each other region that holds copies of the stack's data. */
export interface SecondRegions {
  [region: string]: EncryptionKey;
}

/** Every region that something of the stack is copied to, each once. */
export function copyRegions({ buckets, database, backup, recovery }: StackConfig): string[] {
  const regions = [
    ...Object.values(buckets).map(({ replication }) => replication?.region),
    database?.backup.copyTo,
    backup?.copyTo,
    recovery?.region,
  ];
  return [...new Set(regions.filter((region) => region !== undefined))];
}

/** A key never leaves its region: whatever is copied into one is encrypted anew, with the key of that region. */
export function secondRegions(config: StackConfig, { names, dataOpts }: Foundation): SecondRegions {
  const { account, ephemeral } = config;
  return Object.fromEntries(
    copyRegions(config).map((region) => [
      region,
      new EncryptionKey(
        `replica-${region}-key`,
        {
          account,
          region,
          keyRegion: region,
          description: "Copies in a second region",
          services: [],
          aliasName: names.keyAlias("replica"),
          deletionWindowDays: ephemeral ? 7 : 30,
        },
        declaredBy(dataOpts, at("recovery"), at("backup"), at("buckets")),
      ),
    ]),
  );
}
