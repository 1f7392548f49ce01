import { pulumiForm, stackFile } from "../infra/config/test-stack";
import { parseStackConfig } from "../infra/config/stack-config";
import { logicalName } from "../infra/names";
import { recoveryMeasures } from "../infra/recovery-measures";
import { GoldenManifest } from "./manifest";

const config = (stack: string) => parseStackConfig(pulumiForm(stackFile(`Pulumi.${stack}.yaml`)), stack, stack);
const production = new GoldenManifest("prod");
const second = new GoldenManifest("prod-recovery");
const REGION = "us-west-2";
const INSTANCE = "aws:rds/instance:Instance";
const BUCKETS = ["backups", "documents", "exports"];

/** The figures that a stack says of itself, in one line each. */
const figures = (stack: string): string[] =>
  recoveryMeasures(config(stack)).map(
    ({ objective, loss, subject, minutes }) => `${objective}, ${loss} lost: ${subject} ${minutes}`,
  );

describe("PM Document Intelligence: an hour and five minutes", () => {
  it("says what delivers each figure", () => {
    expect(figures("prod")).toEqual([
      "time, zone lost: services 2",
      "time, zone lost: database 2",
      "point, zone lost: database 0",
      "point, data lost: database 5",
      "time, region lost: application 60",
      "point, region lost: database 5",
      "point, region lost: bucket documents 15",
      "point, region lost: bucket exports 15",
      "point, region lost: bucket backups 15",
      "point, region lost: secrets 0",
    ]);
  });

  it("loses no more of the database than the objective allows, whatever is lost", () => {
    const { recovery } = config("prod");
    for (const { objective, subject, minutes } of recoveryMeasures(config("prod"))) {
      if (objective === "point" && subject === "database")
        expect(minutes).toBeLessThanOrEqual(recovery?.pointObjectiveMinutes ?? 0);
      if (objective === "time") expect(minutes).toBeLessThanOrEqual(recovery?.timeObjectiveMinutes ?? 0);
    }
  });

  it("has the standby and the transaction logs at home", () => {
    expect(production.inputs(INSTANCE, "database")).toMatchObject({ multiAz: true, backupRetentionPeriod: 7 });
  });

  it("keeps the database's backups in the second region, under a key of that region", () => {
    const key = production.inputs("aws:kms/key:Key", `replica-${REGION}-key`);
    expect(key.region).toBe(REGION);
    const copies = production.inputs("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication");
    expect(copies).toMatchObject({
      region: REGION,
      retentionPeriod: 7,
      sourceDbInstanceArn: "arn:aws:rds:us-east-1:123456789012:db:pm-doc-intel-prod-database",
      kmsKeyId: expect.stringMatching(/^arn:aws:kms:us-west-2:123456789012:key\//),
    });
  });

  it("keeps every bucket that the service uses there, within 15 minutes", () => {
    const rules = production.all("aws:s3/bucketReplicationConfig:BucketReplicationConfig");
    expect(rules.map(({ name }) => name).sort()).toEqual(BUCKETS.map((name) => `${name}-replication`));
    for (const { inputs } of rules) {
      const [rule] = inputs["rules"] as { destination: { replicationTime: unknown } }[];
      expect(rule?.destination.replicationTime).toEqual({ status: "Enabled", time: { minutes: 15 } });
    }
  });

  it("keeps every secret and every image there", () => {
    const names = Object.keys(config("prod").secrets).map(logicalName);
    expect(names).toHaveLength(5);
    for (const name of names)
      expect(production.inputs("aws:secretsmanager/secret:Secret", name).replicas).toEqual([
        expect.objectContaining({ region: REGION }),
      ]);
    const { replicationConfiguration } = production.inputs("aws:ecr/replicationConfiguration:ReplicationConfiguration");
    expect(replicationConfiguration.rules[0].destinations).toEqual([{ region: REGION, registryId: "123456789012" }]);
  });

  it("keeps a locked copy of the daily backup there", () => {
    expect(production.inputs("aws:backup/vault:Vault", "backup-copy").region).toBe(REGION);
    expect(production.inputs("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "backup-copy-lock")).toEqual({
      backupVaultName: "pm-doc-intel-prod",
      region: REGION,
      minRetentionDays: 1,
      maxRetentionDays: 366,
    });
    const [rule] = production.inputs("aws:backup/plan:Plan", "backup-plan-databases").rules;
    expect(rule).toMatchObject({ schedule: "cron(0 2 * * ? *)", enableContinuousBackup: false });
    expect(rule.copyActions[0].destinationVaultArn).toContain(`:${REGION}:`);
  });
});

describe("its second region", () => {
  it("is production's stack file, but for the region and what the handover says", () => {
    const [home, away] = [config("prod"), config("prod-recovery")];
    for (const section of ["services", "cache", "cdn", "firewall", "alarms", "logs", "loadBalancer"] as const) {
      const strip = (value: unknown) =>
        JSON.parse(JSON.stringify(value), (key, part) => (key === "repository" ? undefined : part));
      expect(strip(away[section])).toEqual(strip(home[section]));
    }
    expect(Object.keys(away.buckets)).toEqual(Object.keys(home.buckets));
    expect(Object.keys(away.secrets)).toEqual(Object.keys(home.secrets));
  });

  it("restores the database from the copy of the backups, with the copy's key, and never again", () => {
    const [instance] = second.all(INSTANCE);
    expect(instance?.inputs).toMatchObject({
      restoreToPointInTime: {
        sourceDbInstanceAutomatedBackupsArn: expect.stringContaining(`arn:aws:rds:${REGION}:`),
        useLatestRestorableTime: true,
      },
      kmsKeyId: expect.stringContaining(`arn:aws:kms:${REGION}:`),
      multiAz: true,
      deletionProtection: true,
    });
    expect(instance?.options.ignoreChanges).toEqual(["snapshotIdentifier", "restoreToPointInTime"]);
  });

  it("uses the copies of the buckets and secrets where they lie, and makes none of them anew", () => {
    expect(second.names("aws:s3/bucket:Bucket")).not.toEqual(expect.arrayContaining(BUCKETS));
    const secrets = Object.keys(config("prod").secrets).map(logicalName);
    expect(second.names("aws:secretsmanager/secret:Secret").filter((name) => secrets.includes(name))).toEqual([]);
    const policy = second.inputs("aws:iam/rolePolicy:RolePolicy", "api-task-policy").policy as string;
    for (const name of BUCKETS)
      expect(policy).toContain(`arn:aws:s3:::pm-doc-intel-prod-${name}-replica-123456789012/*`);
    const containers = second.inputs("aws:ecs/taskDefinition:TaskDefinition", "api").containerDefinitions as string;
    expect(containers).toContain(
      `arn:aws:secretsmanager:${REGION}:123456789012:secret:pm-doc-intel-prod/openai-api-key-`,
    );
    expect(containers).toContain(`123456789012.dkr.ecr.${REGION}.amazonaws.com/`);
    const rights = second.inputs("aws:iam/rolePolicy:RolePolicy", "api-execution-policy").policy as string;
    expect(rights).toContain(`arn:aws:ecr:${REGION}:123456789012:repository/`);
  });

  it("takes over the names of the first", () => {
    const records = second.all("aws:route53/record:Record").filter(({ inputs }) => inputs["aliases"] !== undefined);
    expect(records.map(({ inputs }) => [inputs["name"], inputs["allowOverwrite"]])).toEqual([
      ["api.example.com", true],
      ["api.example.com", true],
    ]);
  });
});

describe("everything that holds data", () => {
  const HOLDS_DATA = [
    "aws:backup/vault:Vault",
    "aws:ecr/repository:Repository",
    "aws:efs/fileSystem:FileSystem",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "aws:kms/key:Key",
    INSTANCE,
    "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
    "aws:s3/bucket:Bucket",
    "aws:secretsmanager/secret:Secret",
  ];

  it.each(["prod", "prod-recovery", "insightshop-prod"])("of %s is deleted by no update", (stack) => {
    const manifest = new GoldenManifest(stack);
    const resources = HOLDS_DATA.flatMap((type) => manifest.all(type));
    expect(resources.filter(({ options }) => !options.protect).map(({ urn }) => urn)).toEqual([]);
    expect(resources.length).toBeGreaterThan(10);
    expect(manifest.inputs(INSTANCE)).toMatchObject({ skipFinalSnapshot: false, deleteAutomatedBackups: false });
    expect(manifest.inputs("aws:elasticache/replicationGroup:ReplicationGroup").finalSnapshotIdentifier).toMatch(
      /-cache-final$/,
    );
    for (const { inputs } of [...manifest.all("aws:s3/bucket:Bucket"), ...manifest.all("aws:backup/vault:Vault")])
      expect(inputs["forceDestroy"]).toBe(false);
  });
});
