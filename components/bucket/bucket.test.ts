import { declare, type Declared } from "../testing/declared";
import { Bucket, type BucketArgs } from ".";

const args: BucketArgs = {
  bucketName: "pm-prod-uploads",
  account: "123456789012",
  region: "us-east-1",
  kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data",
  accessLogs: { bucket: "pm-prod-logs", prefix: "s3/uploads/" },
};

const replication = {
  region: "eu-west-1",
  bucketName: "pm-prod-uploads-replica",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/replica",
};

const declareBucket = (more: Partial<BucketArgs> = {}, view: "deployed" | "preview" = "deployed"): Promise<Declared> =>
  declare(() => {
    new Bucket("uploads", { ...args, ...more });
  }, view);

describe("Bucket", () => {
  it("has its fixed name, is not emptied by Pulumi, and parents all its settings", async () => {
    const declared = await declareBucket();

    expect(declared.one("aws:s3/bucket:Bucket", "uploads").inputs).toEqual({
      bucket: "pm-prod-uploads",
      forceDestroy: false,
    });
    const settings = declared.recording.resources.filter(({ type }) => type.startsWith("aws:s3/"));
    expect(settings.map(({ name }) => name).sort()).toEqual([
      "uploads",
      "uploads-encryption",
      "uploads-lifecycle",
      "uploads-logging",
      "uploads-ownership",
      "uploads-policy",
      "uploads-public-access",
      "uploads-versioning",
    ]);
    for (const { parent, name, inputs } of settings) {
      expect(parent).toMatch(/platform:index:Bucket::uploads$/);
      expect([name, inputs["bucket"]]).toEqual([name, "pm-prod-uploads"]);
    }
  });

  it.each([
    ["aws:s3/bucketVersioning:BucketVersioning", { versioningConfiguration: { status: "Enabled" } }],
    [
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      {
        rules: [
          {
            applyServerSideEncryptionByDefault: {
              sseAlgorithm: "aws:kms",
              kmsMasterKeyId: "arn:aws:kms:us-east-1:123456789012:key/data",
            },
            bucketKeyEnabled: true,
            blockedEncryptionTypes: ["SSE-C"],
          },
        ],
      },
    ],
    [
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    ],
    ["aws:s3/bucketOwnershipControls:BucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerEnforced" } }],
    [
      "aws:s3/bucketLogging:BucketLogging",
      {
        targetBucket: "pm-prod-logs",
        targetPrefix: "s3/uploads/",
        targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
      },
    ],
  ])("sets %s", async (type, inputs) => {
    const declared = await declareBucket();

    expect(declared.one(type).inputs).toEqual({ bucket: "pm-prod-uploads", ...inputs });
  });

  it("ages objects as told, once versions are kept, and moves no small ones", async () => {
    const declared = await declareBucket({ lifecycle: { infrequentAccessAfterDays: 30 } });

    const lifecycle = declared.one("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
    expect(lifecycle.inputs.rules[0].transitions).toEqual([{ days: 30, storageClass: "STANDARD_IA" }]);
    expect(lifecycle.inputs.transitionDefaultMinimumObjectSize).toBe("all_storage_classes_128K");
    expect(lifecycle.dependencies).toContain(declared.one("aws:s3/bucketVersioning:BucketVersioning").urn);
  });

  it("refuses plain HTTP and old TLS, in a policy that is known at preview", async () => {
    const declared = await declareBucket({}, "preview");

    const resource = ["arn:aws:s3:::pm-prod-uploads", "arn:aws:s3:::pm-prod-uploads/*"];
    const policy = declared.one("aws:s3/bucketPolicy:BucketPolicy");
    expect(JSON.parse(policy.inputs.policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyPlainHttp",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: resource,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Sid: "DenyOldTls",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: resource,
          Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
        },
      ],
    });
    expect(policy.dependencies).toContain(declared.one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").urn);
  });

  it("lets this account's CloudFront read objects, only when asked to", async () => {
    const declared = await declareBucket({ cdnAccess: true });

    const { Statement } = JSON.parse(declared.one("aws:s3/bucketPolicy:BucketPolicy").inputs.policy);
    expect(Statement[2]).toEqual({
      Sid: "AllowCloudFrontRead",
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::pm-prod-uploads/*",
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*" } },
    });
    expect(Statement).toHaveLength(3);
  });

  it("opens to browsers only for the named origins", async () => {
    const declared = await declareBucket({
      cors: { allowedOrigins: ["https://app.example.com"], allowedMethods: ["PUT"] },
    });

    const [rule] = declared.one("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", "uploads-cors").inputs
      .corsRules;
    expect([rule.allowedOrigins, rule.allowedMethods]).toEqual([["https://app.example.com"], ["PUT"]]);
    expect((await declareBucket()).all("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration")).toEqual([]);
  });

  it("is emptied, copy included, in an ephemeral stack", async () => {
    const declared = await declareBucket({ emptyOnDelete: true, replication });

    const emptied = declared.all("aws:s3/bucket:Bucket").map(({ inputs }) => inputs.forceDestroy);
    expect(emptied).toEqual([true, true]);
  });

  it("gives its name and ARN at preview and its host name once it exists", async () => {
    const outputs = async (view: "deployed" | "preview") => {
      let known: unknown[] = [];
      await declare(() => {
        const bucket = new Bucket("uploads", { ...args, replication });
        bucket.bucketName.apply((name) => (known = [...known, name]));
        bucket.arn.apply((arn) => (known = [...known, arn]));
        bucket.replicaArn?.apply((arn) => (known = [...known, arn]));
        bucket.regionalDomainName.apply((host) => (known = [...known, host]));
      }, view);
      return known.sort();
    };
    const names = ["arn:aws:s3:::pm-prod-uploads", "arn:aws:s3:::pm-prod-uploads-replica", "pm-prod-uploads"];

    expect(await outputs("preview")).toEqual(names);
    expect(await outputs("deployed")).toEqual([...names, "pm-prod-uploads.s3.us-east-1.amazonaws.com"]);
  });

  it.each([
    [{ bucketName: "PM" }, "Bucket uploads: bucketName must be 3 to 63 lower-case letters, digits and hyphens"],
    [{ lifecycle: { expireAfterDays: 0 } }, "Bucket uploads: lifecycle.expireAfterDays must be"],
    [{ cors: { allowedOrigins: ["*"], allowedMethods: ["GET"] } }, "Bucket uploads: cors.allowedOrigins must name"],
    [{ replication: { ...replication, region: "us-east-1" } }, "must be another region than us-east-1"],
    [{ replication: { ...replication, bucketName: "pm-prod-uploads" } }, 'must be another name than "pm-prod-uploads"'],
    [{ replication: { ...replication, bucketName: "pm.uploads" } }, 'got "pm.uploads"'],
  ])("refuses %p before anything is created", async (wrong, message) => {
    const declared = await declare(() => {
      expect(() => new Bucket("uploads", { ...args, ...wrong })).toThrow(message);
    });

    expect(declared.all("aws:s3/bucket:Bucket")).toEqual([]);
  });
});
