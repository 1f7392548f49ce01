import { declare, type Declared } from "../testing/declared";
import { PostgresDatabase, ReadReplica, type ReadReplicaArgs } from ".";
import { databaseArgs } from "./test-args";

const INSTANCE = "aws:rds/instance:Instance";

const declareReplica = (more: Partial<ReadReplicaArgs> = {}): Promise<Declared> =>
  declare(() => {
    const source = new PostgresDatabase("database", databaseArgs);
    new ReadReplica(
      "database-replica-1",
      {
        source,
        identifier: "pm-prod-replica-1",
        securityGroupId: "sg-replicas",
        instanceClass: "db.r6g.large",
        maxStorageGib: 500,
        maintenanceWindow: "sun:04:00-sun:05:00",
        deletionProtection: true,
        performanceInsights: true,
        kmsKeyArn: databaseArgs.kmsKeyArn,
        monitoringIntervalSeconds: 60,
        logRetentionDays: 30,
        logKmsKeyArn: databaseArgs.logKmsKeyArn,
        ...more,
      },
      { protect: true },
    );
  });

describe("ReadReplica", () => {
  it("copies its source, in a group of its own, watched and protected as the source is", async () => {
    const declared = await declareReplica();

    const replica = declared.one(INSTANCE, "database-replica-1");
    expect(replica.parentName).toBe("database-replica-1");
    expect(replica.options.protect).toBe(true);
    expect(replica.inputs).toEqual({
      replicateSourceDb: "pm-prod",
      identifier: "pm-prod-replica-1",
      instanceClass: "db.r6g.large",
      maxAllocatedStorage: 500,
      storageType: "gp3",
      port: 5432,
      publiclyAccessible: false,
      vpcSecurityGroupIds: ["sg-replicas"],
      parameterGroupName: declared.one("aws:rds/parameterGroup:ParameterGroup").outputs.name,
      caCertIdentifier: "rds-ca-rsa2048-g1",
      iamDatabaseAuthenticationEnabled: true,
      autoMinorVersionUpgrade: true,
      copyTagsToSnapshot: true,
      maintenanceWindow: "sun:04:00-sun:05:00",
      deletionProtection: true,
      skipFinalSnapshot: true,
      enabledCloudwatchLogsExports: ["postgresql"],
      monitoringInterval: 60,
      monitoringRoleArn: declared.one("aws:iam/role:Role", "database-monitoring").outputs.arn,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: databaseArgs.kmsKeyArn,
      performanceInsightsRetentionPeriod: 7,
      databaseInsightsMode: "standard",
    });
  });

  it("logs into a group that exists first, with retention and key", async () => {
    const declared = await declareReplica();

    const group = declared.one("aws:cloudwatch/logGroup:LogGroup", "database-replica-1-postgresql-log");
    expect(group.inputs).toEqual({
      name: "/aws/rds/instance/pm-prod-replica-1/postgresql",
      retentionInDays: 30,
      kmsKeyId: databaseArgs.logKmsKeyArn,
    });
    expect(declared.one(INSTANCE, "database-replica-1").dependencies).toContain(group.urn);
  });

  it("names no role and no key for what is off", async () => {
    const { inputs } = (await declareReplica({ performanceInsights: false, monitoringIntervalSeconds: 0 })).one(
      INSTANCE,
      "database-replica-1",
    );

    for (const absent of ["monitoringRoleArn", "performanceInsightsKmsKeyId", "databaseInsightsMode"])
      expect(inputs).not.toHaveProperty(absent);
  });
});
