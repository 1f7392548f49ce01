import { BackupReplication, type DatabaseRestore, PostgresDatabase, ReadReplica } from "@platform/components/database";
import { DatabaseProxy } from "@platform/components/database-proxy";
import type { Network } from "@platform/components/network";
import { SecurityGroup } from "@platform/components/security-group";
import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseConfig, StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "../layers/foundation";
import type { SecondRegions } from "./second-regions";

/** The database with what stands around it. */
export interface DatabaseSet {
  instance: PostgresDatabase;
  /** Pools connections; services connect to it in place of the instance. */
  proxy?: DatabaseProxy;
  /** Answer queries. */
  readers?: Readers;
  /** Keeps the backups in a second region. */
  backupReplication?: BackupReplication;
}

export interface Readers {
  securityGroupId: pulumi.Output<string>;
  replicas: ReadReplica[];
}

export function databaseSet(
  config: StackConfig,
  settings: DatabaseConfig,
  base: Foundation,
  net: Network,
  regions: SecondRegions,
): DatabaseSet {
  const instance = primary(config, settings, base, net);
  return {
    instance,
    proxy: settings.proxy && proxy(config, settings.proxy, instance, base, net),
    readers: settings.replicas.length > 0 ? readers(config, settings, instance, base, net) : undefined,
    backupReplication: backupReplication(config, settings, instance, base, regions),
  };
}

function primary(config: StackConfig, settings: DatabaseConfig, base: Foundation, net: Network): PostgresDatabase {
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
      restoreFrom: settings.restoreFrom && restoreOf(settings.restoreFrom),
    },
    declaredBy(base.dataOpts, at("database")),
  );
}

/** A check has seen to it that there is one of the two. */
function restoreOf({ kmsKeyArn, snapshot, backup, time }: NonNullable<DatabaseConfig["restoreFrom"]>): DatabaseRestore {
  return backup === undefined ? { kmsKeyArn, snapshot: snapshot as string } : { kmsKeyArn, backup, time };
}

function proxy(
  config: StackConfig,
  settings: NonNullable<DatabaseConfig["proxy"]>,
  database: PostgresDatabase,
  { names, keys, opts }: Foundation,
  net: Network,
): DatabaseProxy {
  const { authentication, maxConnections, maxIdleConnections, borrowTimeout, idleTimeout } = settings;
  return new DatabaseProxy(
    "database-proxy",
    {
      account: config.account,
      region: config.region,
      proxyName: names.identifier("database"),
      vpcId: net.vpcId,
      subnetIds: net.dataSubnetIds,
      database,
      secretKmsKeyArn: keys.secrets.keyArn,
      authentication,
      pool: {
        maxConnectionsPercent: maxConnections,
        maxIdleConnectionsPercent: maxIdleConnections,
        borrowTimeoutSeconds: borrowTimeout,
        idleTimeoutSeconds: idleTimeout,
      },
      logRetentionDays: config.logs.retentionDays,
      logKmsKeyArn: keys.logs.keyArn,
    },
    declaredBy(opts, at("database")),
  );
}

function readers(
  config: StackConfig,
  settings: DatabaseConfig,
  source: PostgresDatabase,
  { names, keys, opts, dataOpts }: Foundation,
  net: Network,
): Readers {
  const { securityGroupId } = new SecurityGroup(
    "database-replicas",
    { vpcId: net.vpcId, description: "Read replicas of the database" },
    declaredBy(opts, at("database")),
  );
  const replicas = settings.replicas.map((replica, index) => {
    const role = replicaRole(index);
    return new ReadReplica(
      role,
      {
        source,
        identifier: names.identifier(role),
        securityGroupId,
        instanceClass: replica.class,
        maxStorageGib: settings.maxStorage,
        maintenanceWindow: settings.maintenanceWindow,
        deletionProtection: settings.deletionProtection,
        performanceInsights: settings.performanceInsights,
        kmsKeyArn: keys.data.keyArn,
        monitoringIntervalSeconds: settings.monitoringInterval,
        logRetentionDays: config.logs.retentionDays,
        logKmsKeyArn: keys.logs.keyArn,
      },
      declaredBy(dataOpts, at("database")),
    );
  });
  return { securityGroupId, replicas };
}

/** `database-replica-1`: what a replica's name and its alarms are called by. */
export const replicaRole = (index: number): string => `database-replica-${index + 1}`;

function backupReplication(
  { region }: StackConfig,
  { backup }: DatabaseConfig,
  { arn: instanceArn }: PostgresDatabase,
  { dataOpts }: Foundation,
  regions: SecondRegions,
): BackupReplication | undefined {
  const key = backup.copyTo === undefined ? undefined : regions[backup.copyTo];
  if (!key || backup.copyTo === undefined) return undefined;
  return new BackupReplication(
    "database-backup-copies",
    {
      instanceArn,
      region,
      destinationRegion: backup.copyTo,
      kmsKeyArn: key.keyArn,
      retentionDays: backup.copyRetentionDays,
    },
    declaredBy(dataOpts, at("database")),
  );
}
