import { AccessLogBucket, Bucket, bucketArn } from "@platform/components/bucket";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "../layers/foundation";
import { mapValues } from "./map-values";
import type { SecondRegions } from "./second-regions";

/** A bucket as its users see it. */
export interface BucketPlace {
  bucketName: pulumi.Input<string>;
  arn: pulumi.Input<string>;
  kmsKeyArn: pulumi.Input<string>;
  /** The bucket itself, where it is this stack's own. */
  own?: Bucket;
}

export function buckets(
  config: StackConfig,
  base: Foundation,
  regions: SecondRegions,
): { [name: string]: BucketPlace } {
  const { account, region, ephemeral } = config;
  const { names, keys, accessLogs } = base;
  const replicaLogs = replicaAccessLogs(config, base);
  const served = new Set([config.cdn?.site?.bucket, ...(config.cdn?.staticContent ?? []).map(({ bucket }) => bucket)]);
  return mapValues(config.buckets, ({ existing, lifecycle, cors, replication }, name): BucketPlace => {
    if (existing) return { bucketName: existing.name, arn: bucketArn(existing.name), kmsKeyArn: existing.kmsKeyArn };
    const key = replication && regions[replication.region];
    const logs = replication && replicaLogs[replication.region];
    const own = new Bucket(
      name,
      {
        account,
        region,
        bucketName: names.bucket(name),
        kmsKeyArn: keys.data.keyArn,
        lifecycle,
        accessLogs: { bucket: accessLogs.bucketName, prefix: `${name}/` },
        cors,
        cdnAccess: served.has(name),
        emptyOnDelete: ephemeral,
        replication: replication &&
          key &&
          logs && {
            ...replication,
            bucketName: names.replicaBucket(name),
            kmsKeyArn: key.keyArn,
            accessLogs: { bucket: logs.bucketName, prefix: `${name}/` },
          },
      },
      declaredBy(base.dataOpts, at("buckets", name)),
    );
    return { bucketName: names.bucket(name), arn: own.arn, kmsKeyArn: keys.data.keyArn, own };
  });
}

/** A bucket logs in its own region only, so each region with replicas has a bucket for logs of its own. */
function replicaAccessLogs(
  { account, buckets: all, ephemeral }: StackConfig,
  { names, dataOpts }: Foundation,
): { [region: string]: AccessLogBucket } {
  const regions = Object.values(all).flatMap(({ replication }) => replication?.region ?? []);
  return Object.fromEntries(
    [...new Set(regions)].map((region) => [
      region,
      new AccessLogBucket(
        `replica-${region}-access-logs`,
        {
          bucketName: names.bucket("replica-access-logs"),
          account,
          region,
          bucketRegion: region,
          expireAfterDays: 365,
          emptyOnDelete: ephemeral,
        },
        declaredBy(dataOpts, at("buckets")),
      ),
    ]),
  );
}
