import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { createLogGroups } from "./exported-logs";
import type { PostgresDatabase } from "./postgres-database";

export interface ReadReplicaArgs {
  /** The database that is copied. */
  source: PostgresDatabase;
  /** Fixed name of the replica, because its log group and its alarms name it. */
  identifier: string;
  /** A group of its own, so that reaching a replica opens no way to the database. */
  securityGroupId: pulumi.Input<string>;
  /** For example `db.r6g.large`; a smaller one than the source's falls behind when much is written. */
  instanceClass: string;
  /** GiB up to which RDS lets the storage grow by itself; as the source's, or replication stops when it is full. */
  maxStorageGib: number;
  /** Weekly window in UTC, `ddd:hh:mm-ddd:hh:mm`. */
  maintenanceWindow: string;
  deletionProtection: boolean;
  performanceInsights: boolean;
  /** ARN of the key that encrypts the insights; the storage keeps the source's key. */
  kmsKeyArn: pulumi.Input<string>;
  /** Seconds between figures of the operating system; other than 0 only where the source has them as well. */
  monitoringIntervalSeconds: number;
  logRetentionDays: number;
  logKmsKeyArn: pulumi.Input<string>;
}

/** A replica has no upgrade of its own to tell of. */
const LOGS = ["postgresql"];

/**
 * A copy of a PostgreSQL instance that only answers queries, moments behind its source, in the same subnets and with the
 * same parameters, encryption, users and passwords.
 *
 * Creates the instance and a log group. Costs what a single instance of its class and storage does
 * (https://aws.amazon.com/rds/postgresql/pricing/); replication within a region is free.
 *
 * RDS takes neither backups nor a last snapshot of a replica, since everything in it is in its source
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html).
 */
export class ReadReplica extends pulumi.ComponentResource {
  /** Host name for queries. */
  readonly address: pulumi.Output<string>;
  readonly instanceIdentifier: pulumi.Output<string>;

  constructor(name: string, args: ReadReplicaArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:ReadReplica", name, {}, opts);
    const { source } = args;
    const logGroups = createLogGroups(name, args.identifier, args, this, LOGS);

    const instance = new rds.Instance(
      name,
      {
        // By its name, within one region; subnets, storage, key and engine follow from it.
        replicateSourceDb: source.instanceIdentifier,
        identifier: args.identifier,
        instanceClass: args.instanceClass,
        maxAllocatedStorage: args.maxStorageGib,
        storageType: "gp3",
        port: source.port,
        publiclyAccessible: false,
        vpcSecurityGroupIds: [args.securityGroupId],
        parameterGroupName: source.parameterGroupName,
        caCertIdentifier: "rds-ca-rsa2048-g1",
        iamDatabaseAuthenticationEnabled: true,
        autoMinorVersionUpgrade: true,
        copyTagsToSnapshot: true,
        maintenanceWindow: args.maintenanceWindow,
        deletionProtection: args.deletionProtection,
        skipFinalSnapshot: true,
        ...observation(args),
      },
      { parent: this, dependsOn: logGroups },
    );

    this.address = instance.address;
    this.instanceIdentifier = instance.identifier;
    this.registerOutputs({ address: this.address, instanceIdentifier: this.instanceIdentifier });
  }
}

function observation({ source, ...args }: ReadReplicaArgs) {
  return {
    enabledCloudwatchLogsExports: LOGS,
    monitoringInterval: args.monitoringIntervalSeconds,
    ...(args.monitoringIntervalSeconds > 0 && { monitoringRoleArn: source.monitoringRoleArn }),
    performanceInsightsEnabled: args.performanceInsights,
    ...(args.performanceInsights && {
      performanceInsightsKmsKeyId: args.kmsKeyArn,
      performanceInsightsRetentionPeriod: 7,
      databaseInsightsMode: "standard",
    }),
  };
}
