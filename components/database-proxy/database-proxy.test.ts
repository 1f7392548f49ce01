import { PostgresDatabase } from "../database";
import { databaseArgs } from "../database/test-args";
import { policyDocument } from "../iam";
import { declare, type Declared } from "../testing/declared";
import { connectGrant, DatabaseProxy, type DatabaseProxyArgs } from ".";

const PROXY = "aws:rds/proxy:Proxy";

const proxyOf = (database: PostgresDatabase, more: Partial<DatabaseProxyArgs> = {}): DatabaseProxy =>
  new DatabaseProxy("database-proxy", {
    account: "123456789012",
    region: "us-east-1",
    proxyName: "pm-prod",
    vpcId: "vpc-0a1b2c3d",
    subnetIds: ["subnet-a", "subnet-b"],
    database,
    secretKmsKeyArn: databaseArgs.secretKmsKeyArn,
    logRetentionDays: 30,
    logKmsKeyArn: databaseArgs.logKmsKeyArn,
    ...more,
  });

const declareProxy = (
  more: Partial<DatabaseProxyArgs> = {},
  use: (proxy: DatabaseProxy) => void = () => undefined,
): Promise<Declared> =>
  declare(() => {
    use(proxyOf(new PostgresDatabase("database", databaseArgs), more));
  });

const secretArn = (declared: Declared): string =>
  declared.one("aws:rds/instance:Instance").outputs.masterUserSecrets[0].secretArn;

describe("DatabaseProxy", () => {
  it("takes TLS only and clients by their role, and silent ones not for ever", async () => {
    const declared = await declareProxy();

    const proxy = declared.one(PROXY, "database-proxy");
    expect(proxy.parentName).toBe("database-proxy");
    expect(proxy.inputs).toEqual({
      name: "pm-prod",
      engineFamily: "POSTGRESQL",
      requireTls: true,
      roleArn: declared.one("aws:iam/role:Role", "database-proxy-role").outputs.arn,
      auths: [
        {
          authScheme: "SECRETS",
          clientPasswordAuthType: "POSTGRES_SCRAM_SHA_256",
          iamAuth: "REQUIRED",
          secretArn: secretArn(declared),
        },
      ],
      vpcSubnetIds: ["subnet-a", "subnet-b"],
      vpcSecurityGroupIds: [
        declared.one("aws:ec2/securityGroup:SecurityGroup", "database-proxy-security-group").outputs.id,
      ],
      idleClientTimeout: 1800,
    });
    // Another zone would put another proxy in its place.
    expect(proxy.options.ignoreChanges).toEqual(["vpcSubnetIds"]);
  });

  it("takes passwords only when told to", async () => {
    const { inputs } = (await declareProxy({ authentication: "password" })).one(PROXY);

    expect(inputs.auths[0].iamAuth).toBe("DISABLED");
    expect(inputs.requireTls).toBe(true);
  });

  it("reads exactly the secret of its database, by a role that only this account's RDS may take", async () => {
    const declared = await declareProxy();

    const role = declared.one("aws:iam/role:Role", "database-proxy-role");
    expect(JSON.parse(role.inputs.assumeRolePolicy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "rds.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
    const policy = declared.one("aws:iam/rolePolicy:RolePolicy", "database-proxy-role-policy");
    expect(policy.inputs.role).toBe(role.outputs.name);
    expect(JSON.parse(policy.inputs.policy).Statement).toEqual([
      { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn(declared) },
      {
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: databaseArgs.secretKmsKeyArn,
        Condition: {
          StringEquals: {
            "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
            "kms:EncryptionContext:SecretARN": secretArn(declared),
          },
        },
      },
    ]);
    expect(declared.one(PROXY).dependencies).toContain(policy.urn);
  });

  it("reaches the database and nothing else, and is reached by nobody yet", async () => {
    const declared = await declareProxy();

    const group = (name: string): string => declared.one("aws:ec2/securityGroup:SecurityGroup", name).outputs.id;
    const rules = (kind: string) =>
      declared
        .all(`aws:vpc/securityGroup${kind}Rule:SecurityGroup${kind}Rule`)
        .map(({ inputs }) => [inputs.securityGroupId, inputs.referencedSecurityGroupId, inputs.fromPort]);
    const [proxy, database] = [group("database-proxy-security-group"), group("database-security-group")];
    expect(rules("Egress")).toEqual([[proxy, database, 5432]]);
    expect(rules("Ingress")).toEqual([[database, proxy, 5432]]);
  });

  it("pools connections to the instance by the figures it is given", async () => {
    const declared = await declareProxy({
      pool: {
        maxConnectionsPercent: 80,
        maxIdleConnectionsPercent: 20,
        borrowTimeoutSeconds: 10,
        idleTimeoutSeconds: 600,
      },
    });

    expect(
      declared.one("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup", "database-proxy-pool").inputs,
    ).toEqual({
      dbProxyName: "pm-prod",
      connectionPoolConfig: {
        maxConnectionsPercent: 80,
        maxIdleConnectionsPercent: 20,
        connectionBorrowTimeout: 10,
      },
    });
    expect(declared.one("aws:rds/proxyTarget:ProxyTarget", "database-proxy-target").inputs).toEqual({
      dbProxyName: "pm-prod",
      targetGroupName: "default",
      dbInstanceIdentifier: "pm-prod",
    });
    expect(declared.one(PROXY).inputs.idleClientTimeout).toBe(600);
  });

  it("logs into a group of the name that RDS gives, which exists first", async () => {
    const declared = await declareProxy();

    const log = declared.one("aws:cloudwatch/logGroup:LogGroup", "database-proxy-log");
    expect(log.inputs).toEqual({
      name: "/aws/rds/proxy/pm-prod",
      retentionInDays: 30,
      kmsKeyId: databaseArgs.logKmsKeyArn,
    });
    expect(declared.one(PROXY).dependencies).toContain(log.urn);
  });

  it("tells where it answers, and what lets a role sign in to it as one user", async () => {
    const seen: { [output: string]: unknown } = {};
    const declared = await declareProxy({}, (proxy) => {
      proxy.address.apply((address) => (seen["address"] = address));
      proxy.proxyName.apply((name) => (seen["proxyName"] = name));
      const { resourceId } = proxy;
      policyDocument(connectGrant({ account: "123456789012", region: "us-east-1", resourceId }, "pmadmin")).apply(
        (policy) => (seen["statement"] = JSON.parse(policy).Statement[0]),
      );
    });

    const id = declared.one(PROXY).outputs.arn.split(":").at(-1);
    expect(id).toMatch(/^prx-[0-9a-f]{17}$/);
    expect(seen).toEqual({
      address: expect.stringMatching(/^pm-prod\.proxy-\w{12}\.us-east-1\.rds\.amazonaws\.com$/),
      proxyName: "pm-prod",
      statement: {
        Effect: "Allow",
        Action: "rds-db:connect",
        Resource: `arn:aws:rds-db:us-east-1:123456789012:dbuser:${id}/pmadmin`,
      },
    });
  });

  it("refuses a wrong figure before anything is created", async () => {
    const declared = await declare(() => {
      const database = new PostgresDatabase("database", databaseArgs);
      expect(() => proxyOf(database, { pool: { borrowTimeoutSeconds: 0 } })).toThrow("pool.borrowTimeoutSeconds");
    });

    expect(declared.all(PROXY)).toEqual([]);
  });
});
