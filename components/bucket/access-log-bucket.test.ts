import * as random from "@pulumi/random";
import { declare } from "../testing/declared";
import { AccessLogBucket, type AccessLogBucketArgs } from ".";

const args: AccessLogBucketArgs = { bucketName: "pm-prod-logs", account: "123456789012", region: "us-east-1" };

/** The policy's statements by their Sid. */
async function statements(more: Partial<AccessLogBucketArgs> = {}) {
  const declared = await declare(() => {
    new AccessLogBucket("logs", { ...args, ...more });
  }, "preview");
  const policy = JSON.parse(declared.one("aws:s3/bucketPolicy:BucketPolicy").inputs.policy);
  return Object.fromEntries(policy.Statement.map(({ Sid, ...statement }: { Sid: string }) => [Sid, statement]));
}

describe("AccessLogBucket", () => {
  it("is encrypted with S3's own key, the only one that the load balancer and S3 deliver to", async () => {
    const declared = await declare(() => {
      new AccessLogBucket("logs", args);
    });

    const encryption = declared.one(
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    expect(encryption.inputs.rules).toEqual([
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, blockedEncryptionTypes: ["SSE-C"] },
    ]);
  });

  it("keeps logs for 90 days, does not log itself, and stays when it is not empty", async () => {
    const declared = await declare(() => {
      new AccessLogBucket("logs", args);
    });

    const [rule] = declared.one("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs.rules;
    expect(rule.expiration).toEqual({ days: 90 });
    expect(rule.noncurrentVersionExpiration).toEqual({ noncurrentDays: 30 });
    expect(declared.all("aws:s3/bucketLogging:BucketLogging")).toEqual([]);
    expect(declared.one("aws:s3/bucket:Bucket", "logs").inputs).toEqual({
      bucket: "pm-prod-logs",
      forceDestroy: false,
    });
  });

  it("refuses plain HTTP and admits the log services, known before the bucket exists", async () => {
    expect(Object.keys(await statements())).toEqual([
      "DenyPlainHttp",
      "DenyOldTls",
      "AllowS3AccessLogs",
      "AllowLoadBalancerLogs",
      "AWSLogDeliveryAclCheck",
      "AWSLogDeliveryWrite",
    ]);
  });

  it("takes S3's request logs of this account's buckets", async () => {
    expect((await statements())["AllowS3AccessLogs"]).toEqual({
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "arn:aws:s3:::pm-prod-logs/*",
      Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
    });
  });

  it("takes the logs of this account's load balancers in the bucket's region", async () => {
    expect((await statements({ bucketRegion: "eu-west-1" }))["AllowLoadBalancerLogs"]).toEqual({
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: [
        "arn:aws:s3:::pm-prod-logs/AWSLogs/123456789012/*",
        "arn:aws:s3:::pm-prod-logs/*/AWSLogs/123456789012/*",
      ],
      Condition: {
        ArnLike: { "aws:SourceArn": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/*" },
      },
    });
  });

  it("takes CloudFront's deliveries, which come from us-east-1 wherever the bucket is", async () => {
    const policy = await statements({ region: "eu-west-1" });
    const source = { ArnLike: { "aws:SourceArn": "arn:aws:logs:us-east-1:123456789012:*" } };

    expect(policy["AWSLogDeliveryAclCheck"]).toEqual({
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: "arn:aws:s3:::pm-prod-logs",
      Condition: { StringEquals: { "aws:SourceAccount": "123456789012" }, ...source },
    });
    expect(policy["AWSLogDeliveryWrite"]).toEqual({
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: [
        "arn:aws:s3:::pm-prod-logs/AWSLogs/123456789012/*",
        "arn:aws:s3:::pm-prod-logs/*/AWSLogs/123456789012/*",
      ],
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012", "s3:x-amz-acl": "bucket-owner-full-control" },
        ...source,
      },
    });
  });

  it("lets those who log wait for the policy that admits them", async () => {
    const declared = await declare(() => {
      const { bucketName } = new AccessLogBucket("logs", args);
      new random.RandomPassword("load-balancer", { length: 32, keepers: { bucketName } });
    });

    const loadBalancer = declared.one("random:index/randomPassword:RandomPassword");
    expect(loadBalancer.inputs.keepers).toEqual({ bucketName: "pm-prod-logs" });
    expect(loadBalancer.propertyDependencies["keepers"]).toContain(
      declared.one("aws:s3/bucketPolicy:BucketPolicy").urn,
    );
  });

  it("lives with all its settings in the second region when told so", async () => {
    const declared = await declare(() => {
      new AccessLogBucket("logs", { ...args, bucketRegion: "eu-west-1" });
    });

    const resources = declared.recording.resources.filter(({ type }) => type.startsWith("aws:s3/"));
    expect(resources).toHaveLength(7);
    expect(resources.map(({ inputs }) => inputs["region"])).toEqual(Array(7).fill("eu-west-1"));
  });

  it("refuses days and names that S3 would refuse", async () => {
    await declare(() => {
      expect(() => new AccessLogBucket("logs", { ...args, expireAfterDays: 0 })).toThrow("got 0");
      expect(() => new AccessLogBucket("logs2", { ...args, bucketName: "PM_logs" })).toThrow('got "PM_logs"');
    });
  });
});
