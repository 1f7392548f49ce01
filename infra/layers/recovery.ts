import { ImageReplication } from "@platform/components/repository";
import { mapPresent } from "@platform/components/targeted-update";
import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import { type RecoveryMeasure, recoveryMeasures } from "../recovery-measures";
import type { Data } from "./data";
import type { Foundation } from "./foundation";
import type { Services } from "./services";

/** What people need to bring the application up again, written down while everything still answers. */
export interface Recovery {
  /** What delivers each figure. */
  measures: RecoveryMeasure[];
  /** The lines of the second region's stack file that only AWS knows; none without a second region. */
  handover?: pulumi.Output<Handover>;
}

/** In the words of a stack file, so that they are copied as they stand. */
export interface Handover {
  region: string;
  database?: { restoreFrom: { backup: string; kmsKeyArn: string } };
  buckets: { [name: string]: { existing: { name: string; kmsKeyArn: string } } };
  secrets: { [name: string]: { existing: { arn: string; kmsKeyArn: string } } };
}

export function recovery(config: StackConfig, base: Foundation, store: Data, apps: Services): Recovery {
  const measures = recoveryMeasures(config);
  const { account, region } = config;
  const second = config.recovery?.region;
  if (second === undefined) return { measures };

  if (config.recovery?.replicateImages) {
    new ImageReplication(
      "image-replication",
      {
        account,
        region,
        destinationRegion: second,
        repositoryUrls: Object.values(apps.repositories).map(({ repositoryUrl }) => repositoryUrl),
      },
      declaredBy(base.opts, at("recovery", "replicateImages")),
    );
  }
  const lines = handover(config, base, store, second);
  return { measures, ...(lines && { handover: lines }) };
}

function handover(
  config: StackConfig,
  { names }: Foundation,
  store: Data,
  region: string,
): pulumi.Output<Handover> | undefined {
  const kmsKeyArn = store.regions[region]?.keyArn;
  if (!kmsKeyArn) return undefined;
  const backup = store.database?.backupReplication?.backupArn;
  const copied = Object.entries(config.buckets).filter(([, { replication }]) => replication?.region === region);
  return pulumi.output({
    region,
    ...(backup && config.database?.backup.copyTo === region && { database: { restoreFrom: { backup, kmsKeyArn } } }),
    buckets: Object.fromEntries(
      copied.map(([name]) => [name, { existing: { name: names.replicaBucket(name), kmsKeyArn } }]),
    ),
    secrets: Object.fromEntries(
      Object.entries(store.secrets).map(([name, { secretArn }]) => [
        name,
        { existing: { arn: mapPresent(secretArn, inRegion(config.region, region)), kmsKeyArn } },
      ]),
    ),
  });
}

/** A copy of a secret has the ARN of the secret, but for the region. */
function inRegion(from: string, to: string): (arn: string) => string {
  return (arn) => arn.replace(`:${from}:`, `:${to}:`);
}
