import * as elasticache from "@pulumi/aws/elasticache";
import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "../log-group";
import { Secret } from "../secret";
import { SecurityGroup } from "../security-group";
import type { CacheArgs } from "./cache-args";
import { checkCache } from "./cache-checks";
import { parameterGroupFamily } from "./cache-engine";
import { EVICTION_POLICY } from "./cache-purpose";
import { memberClusterIds, topologyInputs } from "./cache-topology";

/**
 * A Valkey or Redis replication group in private subnets: TLS and a password required, encrypted at rest, with
 * failover where there is a replica. No port is open until a `Connection` opens one.
 *
 * Creates the subnet group, security group, parameter group, the secret with the password, two log groups and the
 * replication group. Costs by node: in us-east-1 cache.t4g.micro is $0.016 an hour and Valkey a fifth less
 * (https://aws.amazon.com/elasticache/pricing/); the secret $0.40 a month.
 */
export class Cache extends pulumi.ComponentResource {
  /** Host name to write to; with cluster mode the one that tells clients of all shards. */
  readonly primaryEndpoint: pulumi.Output<string>;
  /** Host name to read from; none with cluster mode. */
  readonly readerEndpoint?: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly securityGroupId: pulumi.Output<string>;
  /** ARN of the secret whose whole text is the password. */
  readonly authSecretArn: pulumi.Output<string>;
  readonly replicationGroupId: pulumi.Output<string>;
  /** Names of the nodes, the `CacheClusterId` of their metrics; known before they exist. */
  readonly memberClusterIds: string[];

  constructor(name: string, args: CacheArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Cache", name, {}, opts);
    const { multiZone, replicas = multiZone ? 1 : 0, shards = 1 } = args;
    const topology = { shards, replicas, multiZone };
    checkCache(name, args, topology);

    const subnetGroup = new elasticache.SubnetGroup(
      `${name}-subnets`,
      { subnetIds: args.subnetIds, description: `Subnets of ${args.identifier}` },
      { parent: this },
    );
    const securityGroup = new SecurityGroup(
      `${name}-security-group`,
      { vpcId: args.vpcId, description: `Cache ${args.identifier}` },
      { parent: this },
    );
    const parameterGroup = createParameterGroup(name, args, shards > 1, this);
    const auth = createAuthSecret(name, args, this);
    const logs = createLogGroups(name, args, this);
    const group = new elasticache.ReplicationGroup(
      name,
      {
        replicationGroupId: args.identifier,
        description: `${args.purpose} of ${args.identifier}`,
        engine: args.engine,
        engineVersion: args.engineVersion,
        nodeType: args.nodeType,
        port: args.port ?? 6379,
        ...topologyInputs(topology),
        parameterGroupName: parameterGroup.name,
        subnetGroupName: subnetGroup.name,
        securityGroupIds: [securityGroup.securityGroupId],
        transitEncryptionEnabled: true,
        transitEncryptionMode: "required",
        authToken: auth.generatedValue,
        // A changed password is added beside the old one, so that clients with the old one go on until they restart.
        authTokenUpdateStrategy: "ROTATE",
        atRestEncryptionEnabled: true,
        kmsKeyId: args.kmsKeyArn,
        snapshotRetentionLimit: args.snapshotRetentionDays,
        snapshotWindow: args.snapshotWindow,
        ...(args.finalSnapshot && { finalSnapshotIdentifier: `${args.identifier}-final` }),
        maintenanceWindow: args.maintenanceWindow,
        autoMinorVersionUpgrade: true,
        logDeliveryConfigurations: logs.map(({ logType, group: { logGroupName } }) => ({
          logType,
          logFormat: "json",
          destinationType: "cloudwatch-logs",
          destination: logGroupName,
        })),
      },
      { parent: this },
    );

    this.primaryEndpoint = shards > 1 ? group.configurationEndpointAddress : group.primaryEndpointAddress;
    if (shards === 1) this.readerEndpoint = group.readerEndpointAddress;
    this.port = pulumi.output(args.port ?? 6379);
    this.securityGroupId = securityGroup.securityGroupId;
    this.authSecretArn = auth.secretArn;
    this.replicationGroupId = group.replicationGroupId;
    this.memberClusterIds = memberClusterIds(args.identifier, topology);
    this.registerOutputs({
      primaryEndpoint: this.primaryEndpoint,
      readerEndpoint: this.readerEndpoint,
      port: this.port,
      securityGroupId: this.securityGroupId,
      authSecretArn: this.authSecretArn,
      replicationGroupId: this.replicationGroupId,
      memberClusterIds: this.memberClusterIds,
    });
  }
}

/** The family is part of the logical name: another engine or major version gets a group of its own, beside the old one. */
function createParameterGroup(
  name: string,
  args: CacheArgs,
  clusterMode: boolean,
  parent: pulumi.Resource,
): elasticache.ParameterGroup {
  const family = parameterGroupFamily(args.engine, args.engineVersion);
  return new elasticache.ParameterGroup(
    `${name}-${family.replace(".", "-")}`,
    {
      family,
      description: `Parameters of ${args.identifier}`,
      parameters: [
        ...(clusterMode ? [{ name: "cluster-enabled", value: "yes" }] : []),
        { name: "maxmemory-policy", value: EVICTION_POLICY[args.purpose] },
      ],
    },
    // Another version has another group, and this one, which holds no data, goes.
    { parent, protect: false },
  );
}

/** 64 letters and digits: ElastiCache takes 16 to 128 characters and few signs. */
function createAuthSecret(name: string, args: CacheArgs, parent: pulumi.Resource): Secret {
  return new Secret(
    `${name}-auth`,
    {
      secretName: args.secretName,
      description: `Password of the cache ${args.identifier}`,
      kmsKeyArn: args.secretKmsKeyArn,
      recoveryWindowDays: args.secretRecoveryWindowDays,
      generate: { length: 64 },
    },
    { parent },
  );
}

function createLogGroups(name: string, args: CacheArgs, parent: pulumi.Resource) {
  return ["slow-log", "engine-log"].map((logType) => ({
    logType,
    group: new LogGroup(
      `${name}-${logType}`,
      {
        logGroupName: `/aws/elasticache/${args.identifier}/${logType}`,
        retentionDays: args.logRetentionDays,
        kmsKeyArn: args.logKmsKeyArn,
      },
      { parent },
    ),
  }));
}
