import { declare, type Declared } from "../testing/declared";
import { Bucket, type BucketReplicationArgs } from ".";

const replication: BucketReplicationArgs = {
  region: "eu-west-1",
  bucketName: "pm-prod-uploads-replica",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/replica",
};

const declareReplication = (more: Partial<BucketReplicationArgs> = {}): Promise<Declared> =>
  declare(() => {
    new Bucket("uploads", {
      bucketName: "pm-prod-uploads",
      account: "123456789012",
      region: "us-east-1",
      kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data",
      accessLogs: { bucket: "pm-prod-logs", prefix: "s3/uploads/" },
      lifecycle: { infrequentAccessAfterDays: 30 },
      replication: { ...replication, ...more },
    });
  });

const RULE_TYPE = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

describe("a bucket's replication", () => {
  it("copies within 15 minutes what is new, encrypted and deleted, into the second region", async () => {
    const declared = await declareReplication();

    const config = declared.one(RULE_TYPE, "uploads-replication");
    expect(config.parentName).toBe("uploads");
    expect(config.inputs).toEqual({
      bucket: "pm-prod-uploads",
      role: declared.one("aws:iam/role:Role").outputs.arn,
      rules: [
        {
          id: "second-region",
          status: "Enabled",
          filter: { prefix: "" },
          deleteMarkerReplication: { status: "Enabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: {
            bucket: "arn:aws:s3:::pm-prod-uploads-replica",
            encryptionConfiguration: { replicaKmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/replica" },
            metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
            replicationTime: { status: "Enabled", time: { minutes: 15 } },
          },
        },
      ],
    });
  });

  it("copies one prefix, without time control, when told so", async () => {
    const [rule] = (await declareReplication({ prefix: "exports/", timeControl: false })).one(RULE_TYPE).inputs.rules;

    expect(rule.filter).toEqual({ prefix: "exports/" });
    expect(rule.destination).not.toHaveProperty("replicationTime");
    expect(rule.destination.metrics).toEqual({ status: "Enabled" });
  });

  it("waits until both sides keep versions and the role may copy", async () => {
    const declared = await declareReplication();

    expect(declared.one(RULE_TYPE).dependencies).toEqual(
      expect.arrayContaining([
        declared.one("aws:s3/bucketVersioning:BucketVersioning", "uploads-versioning").urn,
        declared.one("aws:s3/bucketVersioning:BucketVersioning", "uploads-replica-versioning").urn,
        declared.one("aws:iam/rolePolicy:RolePolicy").urn,
      ]),
    );
  });

  it("makes the copy as hard as the original, in its own region and with its own key", async () => {
    const declared = await declareReplication();

    const settings = declared.recording.resources.filter(({ name }) => /^uploads-replica(-|$)/.test(name));
    expect(settings.map(({ name }) => name).sort()).toEqual([
      "uploads-replica",
      "uploads-replica-encryption",
      "uploads-replica-lifecycle",
      "uploads-replica-ownership",
      "uploads-replica-policy",
      "uploads-replica-public-access",
      "uploads-replica-versioning",
    ]);
    expect(settings.map(({ inputs }) => inputs["region"])).toEqual(Array(7).fill("eu-west-1"));
    const encryption = declared.one(
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "uploads-replica-encryption",
    );
    expect(encryption.inputs.rules[0].applyServerSideEncryptionByDefault).toEqual({
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/replica",
    });
    const lifecycle = declared.one(
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "uploads-replica-lifecycle",
    );
    expect(lifecycle.inputs.rules[0].transitions).toEqual([{ days: 30, storageClass: "STANDARD_IA" }]);
    expect(declared.one("aws:s3/bucketPolicy:BucketPolicy", "uploads-replica-policy").inputs.policy).toContain(
      "DenyPlainHttp",
    );
  });

  it("admits the same pages to the copy, which takes the bucket's place one day", async () => {
    const declared = await declare(() => {
      new Bucket("uploads", {
        bucketName: "pm-prod-uploads",
        account: "123456789012",
        region: "us-east-1",
        kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data",
        accessLogs: { bucket: "pm-prod-logs", prefix: "s3/uploads/" },
        cors: { allowedOrigins: ["https://app.example.com"], allowedMethods: ["PUT"] },
        replication,
      });
    });

    const cors = (name: string) => declared.one("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", name).inputs;
    expect(cors("uploads-replica-cors")).toEqual({
      ...cors("uploads-cors"),
      bucket: "pm-prod-uploads-replica",
      region: "eu-west-1",
    });
  });

  it("logs requests to the copy where a log bucket of its region is given", async () => {
    const declared = await declareReplication({ accessLogs: { bucket: "pm-prod-logs-eu", prefix: "s3/replica/" } });

    const logging = declared.one("aws:s3/bucketLogging:BucketLogging", "uploads-replica-logging").inputs;
    expect([logging.bucket, logging.targetBucket, logging.targetPrefix, logging.region]).toEqual([
      "pm-prod-uploads-replica",
      "pm-prod-logs-eu",
      "s3/replica/",
      "eu-west-1",
    ]);
  });

  it("gives S3 a role that reads here, writes there, and uses both keys for these buckets only", async () => {
    const declared = await declareReplication();

    const role = declared.one("aws:iam/role:Role", "uploads-replication-role");
    expect(JSON.parse(role.inputs.assumeRolePolicy).Statement).toEqual([
      { Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    const rolePolicy = declared.one("aws:iam/rolePolicy:RolePolicy", "uploads-replication-role-policy");
    expect(rolePolicy.inputs.role).toBe(role.outputs.id);
    expect(JSON.parse(rolePolicy.inputs.policy).Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
        Resource: "arn:aws:s3:::pm-prod-uploads",
      },
      {
        Effect: "Allow",
        Action: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
        Resource: "arn:aws:s3:::pm-prod-uploads/*",
      },
      {
        Effect: "Allow",
        Action: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
        Resource: "arn:aws:s3:::pm-prod-uploads-replica/*",
      },
      {
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: "arn:aws:kms:us-east-1:123456789012:key/data",
        Condition: {
          StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
          ArnLike: {
            "kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::pm-prod-uploads", "arn:aws:s3:::pm-prod-uploads/*"],
          },
        },
      },
      {
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:GenerateDataKey"],
        Resource: "arn:aws:kms:eu-west-1:123456789012:key/replica",
        Condition: {
          StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
          ArnLike: {
            "kms:EncryptionContext:aws:s3:arn": [
              "arn:aws:s3:::pm-prod-uploads-replica",
              "arn:aws:s3:::pm-prod-uploads-replica/*",
            ],
          },
        },
      },
    ]);
  });
});
