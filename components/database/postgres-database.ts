import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { SecurityGroup } from "../security-group";
import { mapPresent } from "../targeted-update";
import { createLogGroups, EXPORTED_LOGS } from "./exported-logs";
import { createMonitoringRole, type MonitoringRole } from "./monitoring-role";
import { databaseParameters } from "./parameters";
import type { PostgresDatabaseArgs } from "./postgres-args";
import { checkDatabase } from "./postgres-checks";
import { MADE_OF, restoreInputs } from "./restore";

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
  /** Name of the parameter group, which read replicas share. */
  readonly parameterGroupName: pulumi.Output<string>;
  /** The role that writes enhanced monitoring, which read replicas share; none where it is off. */
  readonly monitoringRoleArn?: pulumi.Output<string>;

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
    const logGroups = createLogGroups(name, args.identifier, args, this);
    const monitoring =
      args.monitoringIntervalSeconds > 0 ? createMonitoringRole(`${name}-monitoring`, args.account, this) : undefined;
    const instance = new rds.Instance(
      name,
      {
        ...engine(args),
        ...storage(args),
        ...masterUser(args),
        ...content(args),
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
      {
        parent: this,
        dependsOn: [...logGroups, ...(monitoring ? [monitoring.attachment] : [])],
        ignoreChanges: MADE_OF,
      },
    );

    this.address = instance.address;
    this.port = instance.port;
    // A restored instance brings its database along, so AWS is not asked for one and tells its name only afterwards.
    this.databaseName = args.restoreFrom ? pulumi.output(args.databaseName) : instance.dbName;
    this.securityGroupId = securityGroup.securityGroupId;
    this.masterSecretArn = mapPresent(instance.masterUserSecrets, (secrets) => onlyOf(secrets).secretArn);
    this.instanceIdentifier = instance.identifier;
    this.arn = instance.arn;
    this.parameterGroupName = parameterGroup.name;
    // Known once the role may do what it is for.
    if (monitoring)
      this.monitoringRoleArn = pulumi.all([monitoring.role.arn, monitoring.attachment.id]).apply(([arn]) => arn);
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
    // A restored instance keeps the key of what it is made of: RDS takes no other.
    kmsKeyId: args.restoreFrom?.kmsKeyArn ?? args.kmsKeyArn,
  };
}

function masterUser(args: PostgresDatabaseArgs) {
  return {
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: args.secretKmsKeyArn,
    iamDatabaseAuthenticationEnabled: true,
  };
}

/** Either a new, empty database with its owner, or what another one held; RDS takes names only for a new one. */
function content(args: PostgresDatabaseArgs) {
  if (args.restoreFrom) return restoreInputs(args.restoreFrom);
  return { dbName: args.databaseName, username: args.username ?? "platform_admin" };
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
    enabledCloudwatchLogsExports: [...EXPORTED_LOGS],
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
