import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "../log-group";
import { Connection, SecurityGroup } from "../security-group";
import { mapPresent } from "../targeted-update";
import { type DatabaseProxyArgs, ProxyAuthentication } from "./database-proxy-args";
import { type CompletePool, completePool } from "./connection-pool";
import { createProxyRole } from "./proxy-role";

/**
 * An RDS Proxy in front of a PostgreSQL instance: many clients share few connections, and clients stay connected while
 * the standby takes over. TLS only; clients sign in by their role unless told otherwise, and only the proxy reads the
 * database's password. No port is open until a `Connection` opens one.
 *
 * Creates the security group with its one way to the database, a role that reads exactly that secret, a log group, the
 * proxy and its target. Costs $0.015 per vCPU of the instance and hour in us-east-1, at least two: about $22 a month
 * (https://aws.amazon.com/rds/proxy/pricing/).
 *
 * A session that keeps state (`SET`, prepared statements by name, advisory locks) is pinned to its connection and shares
 * it with nobody (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html).
 *
 * Throws when a figure of the pool is outside what RDS accepts.
 */
export class DatabaseProxy extends pulumi.ComponentResource {
  /** Host name that services connect to in place of the database's. */
  readonly address: pulumi.Output<string>;
  /** RDS Proxy answers on the engine's own port, whatever the database's. */
  readonly port = 5432;
  readonly securityGroupId: pulumi.Output<string>;
  readonly proxyName: pulumi.Output<string>;
  /** Id in the ARN of `rds-db:connect`, for example `prx-0123456789abcdef0`. */
  readonly resourceId: pulumi.Output<string>;
  readonly authentication: ProxyAuthentication;

  constructor(name: string, args: DatabaseProxyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:DatabaseProxy", name, {}, opts);
    const { database, authentication = ProxyAuthentication.Iam } = args;
    const pool = completePool(name, args.pool ?? {});

    const securityGroup = new SecurityGroup(
      `${name}-security-group`,
      { vpcId: args.vpcId, description: `Proxy ${args.proxyName}` },
      { parent: this },
    );
    new Connection(
      `${name}-database`,
      {
        from: { label: "database proxy", securityGroupId: securityGroup.securityGroupId },
        to: { label: "database", securityGroupId: database.securityGroupId },
        port: database.port,
      },
      { parent: this },
    );
    const log = new LogGroup(
      `${name}-log`,
      {
        logGroupName: `/aws/rds/proxy/${args.proxyName}`,
        retentionDays: args.logRetentionDays,
        kmsKeyArn: args.logKmsKeyArn,
      },
      { parent: this },
    );
    const role = createProxyRole(`${name}-role`, { ...args, secretArn: database.masterSecretArn }, this);
    const proxy = new rds.Proxy(
      name,
      {
        name: args.proxyName,
        engineFamily: "POSTGRESQL",
        requireTls: true,
        roleArn: role.role.arn,
        auths: [
          {
            authScheme: "SECRETS",
            clientPasswordAuthType: "POSTGRES_SCRAM_SHA_256",
            iamAuth: authentication === ProxyAuthentication.Iam ? "REQUIRED" : "DISABLED",
            secretArn: database.masterSecretArn,
          },
        ],
        vpcSubnetIds: args.subnetIds,
        vpcSecurityGroupIds: [securityGroup.securityGroupId],
        idleClientTimeout: pool.idleTimeoutSeconds,
      },
      // RDS moves no proxy to other subnets: with a zone more, another one would take its place, and nobody would reach the
      // database for the minutes between.
      { parent: this, dependsOn: [log, role.policy], ignoreChanges: ["vpcSubnetIds"] },
    );
    const target = createTarget(name, proxy, database, pool, this);

    // Known once the proxy has a database behind it: before that it refuses everybody.
    this.address = pulumi.all([proxy.endpoint, target.id]).apply(([endpoint]) => endpoint);
    this.securityGroupId = securityGroup.securityGroupId;
    this.proxyName = proxy.name;
    this.resourceId = mapPresent(proxy.arn, resourceIdOf);
    this.authentication = authentication;
    this.registerOutputs({ address: this.address, securityGroupId: this.securityGroupId, proxyName: this.proxyName });
  }
}

function createTarget(
  name: string,
  proxy: rds.Proxy,
  database: DatabaseProxyArgs["database"],
  pool: CompletePool,
  parent: pulumi.Resource,
): rds.ProxyTarget {
  const group = new rds.ProxyDefaultTargetGroup(
    `${name}-pool`,
    {
      dbProxyName: proxy.name,
      connectionPoolConfig: {
        maxConnectionsPercent: pool.maxConnectionsPercent,
        maxIdleConnectionsPercent: pool.maxIdleConnectionsPercent,
        connectionBorrowTimeout: pool.borrowTimeoutSeconds,
      },
    },
    { parent },
  );
  return new rds.ProxyTarget(
    `${name}-target`,
    {
      dbProxyName: proxy.name,
      targetGroupName: group.name,
      dbInstanceIdentifier: database.instanceIdentifier,
    },
    { parent },
  );
}

/** The id at the end of `arn:aws:rds:<region>:<account>:db-proxy:prx-…`. */
function resourceIdOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(":") + 1);
}
