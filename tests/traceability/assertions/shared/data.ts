import type { GoldenManifest } from "../../../manifest";

const ARN_OF_KEY = /^arn:aws:kms:[a-z0-9-]+:123456789012:key\/[0-9a-f-]{36}$/;

export interface DatabaseFigures {
  class: string;
  storage: number;
  most: number;
  multiAz: boolean;
  /** Major version of PostgreSQL. Default: 17. */
  version?: string;
}

export function expectPostgres(stack: GoldenManifest, figures: DatabaseFigures): void {
  expect(stack.inputs("aws:rds/instance:Instance", "database")).toMatchObject({
    engine: "postgres",
    engineVersion: figures.version ?? "17",
    instanceClass: figures.class,
    allocatedStorage: figures.storage,
    maxAllocatedStorage: figures.most,
    multiAz: figures.multiAz,
    storageType: "gp3",
    storageEncrypted: true,
    publiclyAccessible: false,
  });
  expect(stack.inputs("aws:rds/parameterGroup:ParameterGroup").parameters).toContainEqual(
    expect.objectContaining({ name: "rds.force_ssl", value: "1" }),
  );
}

export function expectCache(stack: GoldenManifest, nodeType: string, failsOver: boolean): void {
  expect(stack.inputs("aws:elasticache/replicationGroup:ReplicationGroup")).toMatchObject({
    engine: "redis",
    nodeType,
    transitEncryptionEnabled: true,
    transitEncryptionMode: "required",
    atRestEncryptionEnabled: true,
    authToken: "[secret]",
    multiAzEnabled: failsOver,
    automaticFailoverEnabled: failsOver,
    numCacheClusters: failsOver ? 2 : 1,
  });
}

export interface BackupFigures {
  vault: string;
  copyTo: string;
  /** Plans by name, each with the start of the ARN that it backs up. */
  plans: Record<string, string>;
}

/** AWS Backup each day at 02:00 UTC for 35 days, into a locked vault, and from there into one of a second region. */
export function expectBackup(stack: GoldenManifest, { vault, copyTo, plans }: BackupFigures): void {
  for (const [plan, arn] of Object.entries(plans)) {
    const [rule, ...others] = stack.inputs("aws:backup/plan:Plan", plan).rules;
    expect(others).toEqual([]);
    expect(rule).toMatchObject({
      schedule: "cron(0 2 * * ? *)",
      scheduleExpressionTimezone: "Etc/UTC",
      targetVaultName: vault,
      lifecycle: { deleteAfter: 35 },
      copyActions: [
        {
          destinationVaultArn: `arn:aws:backup:${copyTo}:123456789012:backup-vault:${vault}`,
          lifecycle: { deleteAfter: 35 },
        },
      ],
    });
    const { resources } = stack.inputs("aws:backup/selection:Selection", `${plan}-selection`);
    expect(resources).toEqual([expect.stringMatching(new RegExp(`^${arn}`))]);
  }
  expect(stack.names("aws:backup/plan:Plan").sort()).toEqual(Object.keys(plans).sort());
  const locks = stack
    .all("aws:backup/vaultLockConfiguration:VaultLockConfiguration")
    .map(({ inputs }) => [inputs["region"], inputs["backupVaultName"], inputs["minRetentionDays"]]);
  expect(locks).toHaveLength(2);
  expect(locks).toEqual(
    expect.arrayContaining([
      [undefined, vault, 1],
      [copyTo, vault, 1],
    ]),
  );
}

export interface BucketFigures {
  name: string;
  bucket: string;
  /** Storage classes by the days after which objects move to them. */
  moves: Record<number, string>;
  /** Days after which objects go. Default: never. */
  expires?: number;
}

/** A bucket that is private, encrypted and open to TLS only, and whose old versions go after 90 days. */
export function expectBucket(stack: GoldenManifest, { name, bucket, moves, expires }: BucketFigures): void {
  expect(stack.inputs("aws:s3/bucket:Bucket", name).bucket).toBe(bucket);
  expect(
    stack.inputs("aws:s3/bucketVersioning:BucketVersioning", `${name}-versioning`).versioningConfiguration,
  ).toEqual({ status: "Enabled" });
  expect(stack.inputs("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", `${name}-public-access`)).toMatchObject(
    {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
  );
  const [encryption] = stack.inputs(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    `${name}-encryption`,
  ).rules;
  expect(encryption.applyServerSideEncryptionByDefault).toEqual({
    sseAlgorithm: "aws:kms",
    kmsMasterKeyId: expect.stringMatching(ARN_OF_KEY),
  });
  const { policy } = stack.inputs("aws:s3/bucketPolicy:BucketPolicy", `${name}-policy`);
  expect(JSON.parse(policy).Statement).toContainEqual(
    expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
  );
  const [age, ...others] = stack.inputs(
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    `${name}-lifecycle`,
  ).rules;
  expect(others).toEqual([]);
  expect(age.noncurrentVersionExpiration).toEqual({ noncurrentDays: 90 });
  expect(age.transitions ?? []).toEqual(
    Object.entries(moves).map(([days, storageClass]) => ({ days: Number(days), storageClass })),
  );
  expect(age.expiration.days).toBe(expires);
}
