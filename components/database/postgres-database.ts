import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "../log-group";
import { SecurityGroup } from "../security-group";
import { mapPresent } from "../targeted-update";
import { createMonitoringRole, type MonitoringRole } from "./monitoring-role";
import { databaseParameters } from "./parameters";
import type { PostgresDatabaseArgs } from "./postgres-args";
import { checkDatabase } from "./postgres-checks";

/**
 * An RDS PostgreSQL instance in private subnets: encrypted, TLS only, its master password made and rotated by Secrets
 * Manager, its logs exported, its storage growing by itself. No port is open until a `Connection` opens one.
 *
 * Creates the subnet group, security group, parameter group, two log groups, the instance, and a role when enhanced
 * monitoring is on. Costs by class and twice that with `multiZone`; in us-east-1 storage is $0.115 per GB and month
 * ($0.23 with `multiZone`), backups beyond the storage's size $0.095 (https://aws.amazon.com/rds/postgresql/pricing/),
 * the secret $0.40 a month.
 *
 * The instance has a fixed name, so a change that replaces it (another key, another first database) deletes it before
 * it makes a new, empty one: `deletionProtection` and the `protect` option are what stops that.
 */
export class PostgresDatabase extends pulumi.ComponentResource {
  /** Host name; it stays the same when the standby takes over. */
  readonly address: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly databaseName: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** ARN of the secret with the master user's `username` and `password`. */
  readonly masterSecretArn: pulumi.Output<string>;
  /** The instance's name, the `DBInstanceIdentifier` of its metrics. */
  readonly instanceIdentifier: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: PostgresDatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:PostgresDatabase", name, {}, opts);
    checkDatabase(name, args);

    const subnetGroup = new rds.SubnetGroup(
      `${name}-subnets`,
      { subnetIds: args.subnetIds, description: `Subnets of ${args.identifier}` },
      { parent: this },
    );
    const securityGroup = new SecurityGroup(
      `${name}-security-group`,
      { vpcId: args.vpcId, description: `PostgreSQL ${args.identifier}` },
      { parent: this },
    );
    const parameterGroup = createParameterGroup(name, args, this);
    const logGroups = createLogGroups(name, args, this);
    const monitoring =
      args.monitoringIntervalSeconds > 0 ? createMonitoringRole(`${name}-monitoring`, args.account, this) : undefined;
    const instance = new rds.Instance(
      name,
      {
        ...engine(args),
        ...storage(args),
        ...masterUser(args),
        ...upkeep(args),
        ...observation(args, monitoring),
        identifier: args.identifier,
        instanceClass: args.instanceClass,
        multiAz: args.multiZone,
        port: args.port ?? 5432,
        publiclyAccessible: false,
        dbSubnetGroupName: subnetGroup.name,
        vpcSecurityGroupIds: [securityGroup.securityGroupId],
        parameterGroupName: parameterGroup.name,
      },
      { parent: this, dependsOn: [...logGroups, ...(monitoring ? [monitoring.attachment] : [])] },
    );

    this.address = instance.address;
    this.port = instance.port;
    this.databaseName = instance.dbName;
    this.securityGroupId = securityGroup.securityGroupId;
    this.masterSecretArn = mapPresent(instance.masterUserSecrets, (secrets) => onlyOf(secrets).secretArn);
    this.instanceIdentifier = instance.identifier;
    this.arn = instance.arn;
    this.registerOutputs({
      address: this.address,
      port: this.port,
      databaseName: this.databaseName,
      securityGroupId: this.securityGroupId,
      masterSecretArn: this.masterSecretArn,
      instanceIdentifier: this.instanceIdentifier,
      arn: this.arn,
    });
  }
}

/** RDS names its log groups itself; they exist before it does, so that retention and encryption hold from line one. */
const EXPORTED_LOGS = ["postgresql", "upgrade"];

function createLogGroups(name: string, args: PostgresDatabaseArgs, parent: pulumi.Resource): LogGroup[] {
  return EXPORTED_LOGS.map(
    (log) =>
      new LogGroup(
        `${name}-${log}-log`,
        {
          logGroupName: `/aws/rds/instance/${args.identifier}/${log}`,
          retentionDays: args.logRetentionDays,
          kmsKeyArn: args.logKmsKeyArn,
        },
        { parent },
      ),
  );
}

/**
 * The family is part of the logical name: a new major version gets a new group beside the old one, which the instance
 * uses until it is upgraded, and no group is deleted while in use.
 */
function createParameterGroup(name: string, args: PostgresDatabaseArgs, parent: pulumi.Resource): rds.ParameterGroup {
  const family = `postgres${args.engineVersion}`;
  return new rds.ParameterGroup(
    `${name}-${family}`,
    {
      family,
      description: `Parameters of ${args.identifier}`,
      parameters: databaseParameters(args.parameters ?? {}),
    },
    // Another major version has another group, and this one, which holds no data, goes.
    { parent, protect: false },
  );
}

function engine(args: PostgresDatabaseArgs) {
  return {
    engine: "postgres",
    engineVersion: args.engineVersion,
    // Extended support starts by itself and costs $0.10 per vCPU and hour; without it RDS upgrades the major version.
    engineLifecycleSupport: "open-source-rds-extended-support-disabled",
    autoMinorVersionUpgrade: true,
    allowMajorVersionUpgrade: false,
    caCertIdentifier: "rds-ca-rsa2048-g1",
  };
}

function storage(args: PostgresDatabaseArgs) {
  return {
    storageType: "gp3",
    allocatedStorage: args.storageGib,
    maxAllocatedStorage: args.maxStorageGib,
    storageEncrypted: true,
    kmsKeyId: args.kmsKeyArn,
  };
}

function masterUser(args: PostgresDatabaseArgs) {
  return {
    dbName: args.databaseName,
    username: args.username ?? "platform_admin",
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: args.secretKmsKeyArn,
    iamDatabaseAuthenticationEnabled: true,
  };
}

function upkeep(args: PostgresDatabaseArgs) {
  return {
    backupRetentionPeriod: args.backup.retentionDays,
    backupWindow: args.backup.window,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: false,
    maintenanceWindow: args.maintenanceWindow,
    applyImmediately: args.applyImmediately ?? false,
    deletionProtection: args.deletionProtection,
    skipFinalSnapshot: !args.finalSnapshot,
    ...(args.finalSnapshot && { finalSnapshotIdentifier: `${args.identifier}-final` }),
  };
}

function observation(args: PostgresDatabaseArgs, monitoring: MonitoringRole | undefined) {
  return {
    enabledCloudwatchLogsExports: EXPORTED_LOGS,
    monitoringInterval: args.monitoringIntervalSeconds,
    ...(monitoring && { monitoringRoleArn: monitoring.role.arn }),
    performanceInsightsEnabled: args.performanceInsights,
    ...(args.performanceInsights && {
      performanceInsightsKmsKeyId: args.kmsKeyArn,
      // Days; a week is free.
      performanceInsightsRetentionPeriod: 7,
      databaseInsightsMode: "standard",
    }),
  };
}

/** RDS makes one secret for the master user of an instance that manages its password. */
function onlyOf<T>([only]: T[]): T {
  if (only === undefined) throw new Error("RDS made no secret for the master user");
  return only;
}
