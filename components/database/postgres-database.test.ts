import { declare, type Declared } from "../testing/declared";
import { PostgresDatabase, type PostgresDatabaseArgs } from ".";
import { databaseArgs as args } from "./test-args";

const INSTANCE = "aws:rds/instance:Instance";

const declareDatabase = (more: Partial<PostgresDatabaseArgs> = {}): Promise<Declared> =>
  declare(() => {
    new PostgresDatabase("database", { ...args, ...more });
  });

describe("PostgresDatabase", () => {
  it("is private, encrypted, protected, backed up, watched, and nobody knows its password", async () => {
    const declared = await declareDatabase();

    const instance = declared.one(INSTANCE, "database");
    expect(instance.parentName).toBe("database");
    expect(instance.inputs).toEqual({
      identifier: "pm-prod",
      instanceClass: "db.r6g.xlarge",
      multiAz: true,
      port: 5432,
      publiclyAccessible: false,
      dbSubnetGroupName: declared.one("aws:rds/subnetGroup:SubnetGroup").outputs.name,
      vpcSecurityGroupIds: [declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id],
      parameterGroupName: declared.one("aws:rds/parameterGroup:ParameterGroup").outputs.name,
      engine: "postgres",
      engineVersion: "16",
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
      autoMinorVersionUpgrade: true,
      allowMajorVersionUpgrade: false,
      caCertIdentifier: "rds-ca-rsa2048-g1",
      storageType: "gp3",
      allocatedStorage: 100,
      maxAllocatedStorage: 500,
      storageEncrypted: true,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/data",
      dbName: "pm_document_intelligence",
      username: "platform_admin",
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/secrets",
      iamDatabaseAuthenticationEnabled: true,
      backupRetentionPeriod: 7,
      backupWindow: "03:00-04:00",
      copyTagsToSnapshot: true,
      deleteAutomatedBackups: false,
      maintenanceWindow: "sun:04:00-sun:05:00",
      applyImmediately: false,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "pm-prod-final",
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      monitoringInterval: 60,
      monitoringRoleArn: declared.one("aws:iam/role:Role").outputs.arn,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/data",
      performanceInsightsRetentionPeriod: 7,
      databaseInsightsMode: "standard",
    });
  });

  it("is protected where it is told to be", async () => {
    const declared = await declare(() => {
      new PostgresDatabase("database", args, { protect: true });
    });

    expect(declared.one(INSTANCE).options.protect).toBe(true);
  });

  it("stands in the given subnets, in a group that no rule opens", async () => {
    const declared = await declareDatabase();

    const subnets = declared.one("aws:rds/subnetGroup:SubnetGroup", "database-subnets");
    expect(subnets.parentName).toBe("database");
    expect(subnets.inputs).toEqual({ subnetIds: ["subnet-a", "subnet-b"], description: "Subnets of pm-prod" });
    expect(declared.one("aws:ec2/securityGroup:SecurityGroup", "database-security-group").inputs).toEqual({
      vpcId: "vpc-0a1b2c3d",
      description: "PostgreSQL pm-prod",
      revokeRulesOnDelete: true,
    });
    expect(declared.recording.resources.filter(({ type }) => type.includes("securityGroupIngressRule"))).toEqual([]);
  });

  it("has a parameter group for its major version, so that an upgrade finds a new one", async () => {
    const group = (await declareDatabase()).one("aws:rds/parameterGroup:ParameterGroup", "database-postgres16");

    expect(group.parentName).toBe("database");
    expect(group.inputs.family).toBe("postgres16");
    expect(group.inputs.parameters).toContainEqual({ name: "rds.force_ssl", value: "1", applyMethod: "immediate" });
    expect(
      (await declareDatabase({ engineVersion: "17" })).one(
        "aws:rds/parameterGroup:ParameterGroup",
        "database-postgres17",
      ).inputs.family,
    ).toBe("postgres17");
  });

  it("logs into groups of the names that RDS gives, which exist first", async () => {
    const declared = await declareDatabase();

    const groups = declared.all("aws:cloudwatch/logGroup:LogGroup");
    expect(groups.map(({ inputs }) => inputs)).toEqual(
      ["/aws/rds/instance/pm-prod/postgresql", "/aws/rds/instance/pm-prod/upgrade"].map((name) => ({
        name,
        retentionInDays: 30,
        kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/logs",
      })),
    );
    expect(declared.one(INSTANCE).dependencies).toEqual(expect.arrayContaining(groups.map(({ urn }) => urn)));
  });

  it("has its operating system watched by a role that only this account's RDS may take", async () => {
    const declared = await declareDatabase();

    const role = declared.one("aws:iam/role:Role", "database-monitoring");
    expect(role.parentName).toBe("database");
    expect(JSON.parse(role.inputs.assumeRolePolicy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "monitoring.rds.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
    const attachment = declared.one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "database-monitoring-policy");
    expect(attachment.inputs).toEqual({
      role: role.outputs.name,
      policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
    });
    expect(declared.one(INSTANCE).dependencies).toContain(attachment.urn);
  });

  it("needs no role, no key and no snapshot for what is turned off", async () => {
    const declared = await declareDatabase({
      monitoringIntervalSeconds: 0,
      performanceInsights: false,
      finalSnapshot: false,
    });

    const { inputs } = declared.one(INSTANCE);
    expect(declared.all("aws:iam/role:Role")).toEqual([]);
    expect([inputs.monitoringInterval, inputs.performanceInsightsEnabled, inputs.skipFinalSnapshot]).toEqual([
      0,
      false,
      true,
    ]);
    for (const absent of [
      "monitoringRoleArn",
      "performanceInsightsKmsKeyId",
      "databaseInsightsMode",
      "finalSnapshotIdentifier",
    ])
      expect(inputs).not.toHaveProperty(absent);
  });

  it("takes another user, port and moment of change", async () => {
    const { inputs } = (await declareDatabase({ username: "owner", port: 5433, applyImmediately: true })).one(INSTANCE);

    expect([inputs.username, inputs.port, inputs.applyImmediately]).toEqual(["owner", 5433, true]);
  });

  it("tells where it answers and which secret opens it", async () => {
    const seen: { [output: string]: unknown } = {};
    const declared = await declare(() => {
      const database = new PostgresDatabase("database", args);
      database.address.apply((address) => (seen["address"] = address));
      database.port.apply((port) => (seen["port"] = port));
      database.databaseName.apply((name) => (seen["databaseName"] = name));
      database.masterSecretArn.apply((arn) => (seen["masterSecretArn"] = arn));
      database.instanceIdentifier.apply((identifier) => (seen["instanceIdentifier"] = identifier));
      database.arn.apply((arn) => (seen["arn"] = arn));
      database.securityGroupId.apply((id) => (seen["securityGroupId"] = id));
    });

    expect(seen).toEqual({
      address: expect.stringMatching(/^pm-prod\.c\w{11}\.us-east-1\.rds\.amazonaws\.com$/),
      port: 5432,
      databaseName: "pm_document_intelligence",
      masterSecretArn: expect.stringMatching(
        /^arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-[\w-]{36}-\w{6}$/,
      ),
      instanceIdentifier: "pm-prod",
      arn: "arn:aws:rds:us-east-1:123456789012:db:pm-prod",
      securityGroupId: declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id,
    });
  });

  it.each([
    [
      { identifier: "PM" },
      'identifier must be a letter and up to 62 lower-case letters, digits and single hyphens, got "PM"',
    ],
    [{ identifier: "pm--prod" }, 'got "pm--prod"'],
    [
      { databaseName: "pm-prod" },
      'databaseName must be a letter or underscore and up to 62 letters, digits and underscores, got "pm-prod"',
    ],
    [{ engineVersion: "16.4" }, 'engineVersion must be a major version such as "16", got "16.4"'],
    [{ storageGib: 19 }, "storageGib must be a whole number from 20 to 65536, got 19"],
    [{ maxStorageGib: 109 }, "maxStorageGib must be a whole number from 110 to 65536, got 109"],
    [{ monitoringIntervalSeconds: 20 }, "monitoringIntervalSeconds must be one of 0, 1, 5, 10, 15, 30, 60, got 20"],
    [
      { backup: { ...args.backup, retentionDays: 36 } },
      "backup.retentionDays must be a whole number from 0 to 35, got 36",
    ],
    [{ parameters: { "rds.force_ssl": "0" } }, "parameters must not set rds.force_ssl"],
  ])("refuses %p before anything is created", async (wrong, message) => {
    const declared = await declare(() => {
      expect(() => new PostgresDatabase("database", { ...args, ...wrong })).toThrow(message);
    });

    expect(declared.all("aws:rds/subnetGroup:SubnetGroup")).toEqual([]);
  });

  it("takes a limit of growth that is a tenth above the start", async () => {
    const { inputs } = (await declareDatabase({ maxStorageGib: 110 })).one(INSTANCE);

    expect(inputs.maxAllocatedStorage).toBe(110);
  });
});
