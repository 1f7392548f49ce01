import { AccessLogBucket, Bucket } from "@platform/components/bucket";
import { Cache } from "@platform/components/cache";
import { PostgresDatabase } from "@platform/components/database";
import { EncryptionKey } from "@platform/components/encryption-key";
import type { Network } from "@platform/components/network";
import type { Queue } from "@platform/components/queue";
import { Secret } from "@platform/components/secret";
import type { StackConfig } from "../config";
import type { Foundation } from "./foundation";
import { queues } from "./queues";

/** Everything that holds data. */
export interface Data {
  database: PostgresDatabase | undefined;
  cache: Cache | undefined;
  buckets: { [name: string]: Bucket };
  queues: { [name: string]: Queue };
  secrets: { [name: string]: Secret };
}

export function data(config: StackConfig, base: Foundation, net: Network): Data {
  return {
    database: config.database && database(config, config.database, base, net),
    cache: config.cache && cache(config, config.cache, base, net),
    buckets: buckets(config, base),
    queues: queues(config, base),
    secrets: secrets(config, base),
  };
}

function database(
  config: StackConfig,
  settings: NonNullable<StackConfig["database"]>,
  base: Foundation,
  net: Network,
): PostgresDatabase {
  const { names, keys } = base;
  return new PostgresDatabase(
    "database",
    {
      account: config.account,
      identifier: names.identifier("database"),
      vpcId: net.vpcId,
      subnetIds: net.dataSubnetIds,
      kmsKeyArn: keys.data.keyArn,
      secretKmsKeyArn: keys.secrets.keyArn,
      databaseName: settings.name,
      username: settings.username,
      instanceClass: settings.class,
      storageGib: settings.storage,
      maxStorageGib: settings.maxStorage,
      engineVersion: settings.version,
      multiZone: settings.multiZone,
      backup: settings.backup,
      maintenanceWindow: settings.maintenanceWindow,
      deletionProtection: settings.deletionProtection,
      finalSnapshot: !config.ephemeral,
      performanceInsights: settings.performanceInsights,
      monitoringIntervalSeconds: settings.monitoringInterval,
      parameters: settings.parameters,
      logRetentionDays: config.logs.retentionDays,
      logKmsKeyArn: keys.logs.keyArn,
    },
    base.dataOpts,
  );
}

function cache(
  config: StackConfig,
  settings: NonNullable<StackConfig["cache"]>,
  base: Foundation,
  net: Network,
): Cache {
  const { names, keys } = base;
  const { version, ...rest } = settings;
  return new Cache(
    "cache",
    {
      ...rest,
      engineVersion: version,
      identifier: names.identifier("cache"),
      secretName: names.secret("cache-auth-token"),
      secretRecoveryWindowDays: secretRecoveryDays(config),
      vpcId: net.vpcId,
      subnetIds: net.dataSubnetIds,
      kmsKeyArn: keys.data.keyArn,
      secretKmsKeyArn: keys.secrets.keyArn,
      logRetentionDays: config.logs.retentionDays,
      logKmsKeyArn: keys.logs.keyArn,
    },
    base.dataOpts,
  );
}

function buckets(config: StackConfig, base: Foundation): { [name: string]: Bucket } {
  const { account, region, ephemeral } = config;
  const { names, keys, accessLogs } = base;
  const replicas = replicaRegions(config, base);
  const served = new Set(config.cdn?.staticContent.map(({ bucket }) => bucket));
  return mapValues(config.buckets, ({ lifecycle, cors, replication }, name) => {
    const replica = replication && replicas[replication.region];
    return new Bucket(
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
          replica && {
            ...replication,
            bucketName: names.replicaBucket(name),
            kmsKeyArn: replica.key.keyArn,
            accessLogs: { bucket: replica.accessLogs.bucketName, prefix: `${name}/` },
          },
      },
      base.dataOpts,
    );
  });
}

interface ReplicaRegion {
  key: EncryptionKey;
  accessLogs: AccessLogBucket;
}

/** What a region needs to hold replicas: a key and a bucket for access logs of its own. */
function replicaRegions(config: StackConfig, { names, dataOpts }: Foundation): { [region: string]: ReplicaRegion } {
  const { account, ephemeral } = config;
  const regions = Object.values(config.buckets).flatMap(({ replication }) => replication?.region ?? []);
  return Object.fromEntries(
    [...new Set(regions)].map((region) => {
      const key = new EncryptionKey(
        `replica-${region}-key`,
        {
          account,
          region,
          keyRegion: region,
          description: "Replicas of buckets",
          services: [],
          aliasName: names.keyAlias("replica"),
          deletionWindowDays: ephemeral ? 7 : 30,
        },
        dataOpts,
      );
      const accessLogs = new AccessLogBucket(
        `replica-${region}-access-logs`,
        {
          bucketName: names.bucket("replica-access-logs"),
          account,
          region,
          bucketRegion: region,
          expireAfterDays: 365,
          emptyOnDelete: ephemeral,
        },
        dataOpts,
      );
      return [region, { key, accessLogs }];
    }),
  );
}

function secrets(config: StackConfig, base: Foundation): { [name: string]: Secret } {
  return mapValues(
    config.secrets,
    ({ description, generate }, name) =>
      new Secret(
        name.toLowerCase().replaceAll("_", "-"),
        {
          secretName: base.names.secret(name),
          description,
          kmsKeyArn: base.keys.secrets.keyArn,
          recoveryWindowDays: secretRecoveryDays(config),
          generate,
        },
        base.dataOpts,
      ),
  );
}

/** An ephemeral stack must be able to come again under the same names at once. */
const secretRecoveryDays = ({ ephemeral }: StackConfig): number => (ephemeral ? 0 : 30);

function mapValues<From, To>(
  record: { [key: string]: From },
  map: (value: From, key: string) => To,
): { [key: string]: To } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
