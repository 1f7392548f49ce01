import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { Canary, type CanaryArgs, canaryProblems } from ".";
import { scheduleOf } from "./pages";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/data";
const LOGS_KEY = "arn:aws:kms:us-east-1:123456789012:key/logs";
const CANARY = "aws:synthetics/canary:Canary";

const args: CanaryArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  canaryName: "shop-prod-pages",
  baseUrl: "https://shop.example.com",
  pages: [{ path: "/" }, { path: "/healthz", json: { status: "ok" } }],
  everyMinutes: 60,
  timeoutSeconds: 10,
  bucketName: "shop-prod-canary-123456789012",
  accessLogs: { bucket: "shop-prod-access-logs-123456789012", prefix: "canary/" },
  kmsKeyArn: KEY,
  log: { retentionDays: 30, kmsKeyArn: LOGS_KEY },
};

const declareCanary = (more: Partial<CanaryArgs> = {}) =>
  declare(() => {
    new Canary("canary", { ...args, ...more });
  });

describe("Canary", () => {
  it("asks for the pages each hour, by its own script, and keeps encrypted what it finds", async () => {
    const declared = await declareCanary();

    const canary = declared.one(CANARY, "canary");
    const script = declared.one("aws:s3/bucketObjectv2:BucketObjectv2", "canary-script");
    expect(canary.parentName).toBe("canary");
    expect(canary.inputs).toEqual({
      name: "shop-prod-pages",
      runtimeVersion: "syn-nodejs-3.1",
      handler: "pages.handler",
      s3Bucket: args.bucketName,
      s3Key: "script/pages.zip",
      s3Version: script.outputs.versionId,
      executionRoleArn: declared.one("aws:iam/role:Role").outputs.arn,
      artifactS3Location: "s3://shop-prod-canary-123456789012/findings",
      artifactConfig: { s3Encryption: { encryptionMode: "SSE_KMS", kmsKeyArn: KEY } },
      schedule: { expression: "rate(1 hour)" },
      runConfig: {
        timeoutInSeconds: 40,
        environmentVariables: {
          BASE_URL: "https://shop.example.com",
          PAGES: '[{"path":"/"},{"path":"/healthz","json":{"status":"ok"}}]',
          TIMEOUT_SECONDS: "10",
        },
      },
      failureRetentionPeriod: 31,
      successRetentionPeriod: 31,
      startCanary: true,
      deleteLambda: true,
    });
    expect(canary.dependencies).toContain(declared.one("aws:iam/rolePolicy:RolePolicy").urn);
  });

  it("puts the script into the folder that Synthetics looks into", async () => {
    const declared = await declareCanary();

    const { bucket, source } = declared.one("aws:s3/bucketObjectv2:BucketObjectv2").inputs;
    expect(bucket).toBe(args.bucketName);
    expect(Object.keys(source.assets)).toEqual(["nodejs/node_modules/pages.js"]);
    expect(source.assets["nodejs/node_modules/pages.js"].path).toBe("components/canary/script/pages.js");
  });

  it("lets findings go after a month and keeps the script", async () => {
    const declared = await declareCanary();

    const [rule] = declared.one("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs.rules;
    expect(rule).toMatchObject({ filter: { prefix: "findings/" }, expiration: { days: 31 } });
  });

  it("may write its findings, log and metrics, and nothing else", async () => {
    const declared = await declareCanary();

    const policy = declared.one("aws:iam/rolePolicy:RolePolicy", "canary-role-policy");
    const statements = JSON.parse(policy.inputs.policy).Statement;
    expect(statements).toEqual([
      {
        Sid: "WriteFindings",
        Effect: "Allow",
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::shop-prod-canary-123456789012/findings/*",
      },
      {
        Sid: "FindBucket",
        Effect: "Allow",
        Action: "s3:GetBucketLocation",
        Resource: "arn:aws:s3:::shop-prod-canary-123456789012",
      },
      { Sid: "ListBuckets", Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" },
      {
        Sid: "EncryptFindings",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: KEY,
        Condition: {
          StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
          ArnLike: {
            "kms:EncryptionContext:aws:s3:arn": [
              "arn:aws:s3:::shop-prod-canary-123456789012",
              "arn:aws:s3:::shop-prod-canary-123456789012/*",
            ],
          },
        },
      },
      {
        Sid: "WriteLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/cwsyn-shop-prod-pages-*",
      },
      {
        Sid: "WriteMetrics",
        Effect: "Allow",
        Action: "cloudwatch:PutMetricData",
        Resource: "*",
        Condition: { StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } },
      },
    ]);
  });

  it("writes to a log group of the stack under its function's name, with retention and key", async () => {
    const declared = await declareCanary();

    const functionName = declared.one(CANARY).outputs.engineArn.split(":")[6];
    expect(functionName).toMatch(/^cwsyn-shop-prod-pages-/);
    const log = declared.one("aws:cloudwatch/logGroup:LogGroup", "canary-log");
    expect(log.parentName).toBe("canary");
    expect(log.inputs).toEqual({ name: `/aws/lambda/${functionName}`, retentionInDays: 30, kmsKeyId: LOGS_KEY });
  });

  it("protects its bucket where it is told to", async () => {
    const bucket = async (more: Partial<CanaryArgs>) =>
      (await declareCanary(more)).one("aws:s3/bucket:Bucket", "canary-findings").options.protect;
    expect(await bucket({ protectBucket: true })).toBe(true);
    expect(await bucket({})).not.toBe(true);
  });

  it.each<[Partial<CanaryArgs>, string]>([
    [{ pages: [] }, "canary: pages must name at least one page"],
    [{ pages: [{ path: "health" }] }, 'pages must begin with a slash, got "health"'],
    [{ pages: [{ path: "/" }, { path: "/" }] }, "pages name / twice"],
    [{ everyMinutes: 61 }, "everyMinutes must be a whole number from 1 to 60, got 61"],
    [{ timeoutSeconds: 0 }, "timeoutSeconds must be from 1 to 60, got 0"],
    [{ baseUrl: "http://shop.example.com" }, 'baseUrl must begin with https://, got "http://shop.example.com"'],
    [{ canaryName: "Shop" }, 'canaryName must be at most 64 lower-case letters, digits and hyphens, got "Shop"'],
  ])("refuses %j before anything is created", async (wrong, message) => {
    const declared = await declare(() => {
      expect(() => new Canary("canary", { ...args, ...wrong })).toThrow(message);
    });

    expect(declared.all(CANARY)).toEqual([]);
  });
});

describe("canaryProblems", () => {
  it("bears as much as a Lambda function's environment", () => {
    const pages = (length: number) => [{ path: "/a", json: { field: "x".repeat(length) } }];
    expect(canaryProblems(pages(3000), 60)).toEqual([]);
    expect(canaryProblems(pages(4000), 60)).toEqual(["pages must be at most 3584 bytes of JSON, got 4035"]);
  });
});

describe("scheduleOf", () => {
  it.each([
    [1, "rate(1 minute)"],
    [5, "rate(5 minutes)"],
    [60, "rate(1 hour)"],
  ])("%i", (minutes, expression) => {
    expect(scheduleOf(minutes)).toBe(expression);
  });
});
