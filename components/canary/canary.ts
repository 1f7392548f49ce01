import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as s3 from "@pulumi/aws/s3";
import * as synthetics from "@pulumi/aws/synthetics";
import * as pulumi from "@pulumi/pulumi";
import { Bucket, type BucketAccessLogs } from "../bucket";
import { mapPresent } from "../targeted-update";
import { type CanaryRole, canaryRole } from "./canary-role";
import { type CanaryPage, canaryProblems, scheduleOf } from "./pages";

export interface CanaryArgs {
  account: string;
  region: string;
  /** Physical name, unique in account and region: lower-case letters, digits and hyphens. */
  canaryName: string;
  /** Where users reach the application, `https://shop.example.com`. */
  baseUrl: string;
  pages: CanaryPage[];
  /** Minutes between two runs, 1 to 60. */
  everyMinutes: number;
  /** Seconds that a page may take with its whole body. */
  timeoutSeconds: number;
  /** Full name of the bucket for script and findings, unique in the world. */
  bucketName: string;
  accessLogs: BucketAccessLogs;
  /** ARN of the key that encrypts script and findings. */
  kmsKeyArn: pulumi.Input<string>;
  log: { retentionDays: number; kmsKeyArn: pulumi.Input<string> };
  /** Lets Pulumi delete the bucket with what is in it: for ephemeral stacks only. Default: false. */
  emptyOnDelete?: boolean;
  /** Whether Pulumi refuses to delete the bucket. Default: false. */
  protectBucket?: boolean;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Library_Nodejs.html */
const RUNTIME = "syn-nodejs-3.1";
/** From the project's folder: a path that is the same on every machine. */
const SCRIPT = "components/canary/script/pages.js";
const FINDINGS = "findings";
/** Days that findings are kept, Synthetics' own figure. */
const KEPT_DAYS = 31;
/** Seconds that Synthetics needs to start; it advises against a time limit below 15. */
const START_SECONDS = 30;

/**
 * A canary: asks for pages of the application from outside, as users do, and reports how many runs succeeded.
 *
 * Creates the canary, its script in a bucket that also takes the findings for a month, its role and its log group. A
 * run costs $0.0012 beside its Lambda function, $0.88 a month each hour (https://aws.amazon.com/cloudwatch/pricing/).
 *
 * Throws one error that lists every page and figure that is wrong.
 */
export class Canary extends pulumi.ComponentResource {
  readonly canaryName: pulumi.Output<string>;

  constructor(name: string, args: CanaryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Canary", name, {}, opts);
    check(name, args);

    const bucket = findingsBucket(name, args, this);
    const script = uploadedScript(`${name}-script`, bucket, this);
    const role = canaryRole(
      `${name}-role`,
      { ...args, bucketArn: `arn:aws:s3:::${args.bucketName}`, artifactPrefix: FINDINGS },
      this,
    );
    const canary = new synthetics.Canary(name, canaryArgs(args, script, role), {
      parent: this,
      dependsOn: [role.policy],
    });
    new cloudwatch.LogGroup(
      `${name}-log`,
      {
        // Synthetics chooses the function's name; the function itself may not create the group.
        name: mapPresent(canary.engineArn, (arn) => `/aws/lambda/${arn.split(":")[6]}`),
        retentionInDays: args.log.retentionDays,
        kmsKeyId: args.log.kmsKeyArn,
      },
      { parent: this },
    );

    this.canaryName = canary.name;
    this.registerOutputs({ canaryName: this.canaryName });
  }
}

function check(name: string, { canaryName, baseUrl, pages, everyMinutes, timeoutSeconds }: CanaryArgs): void {
  const problems = [
    ...(/^[a-z0-9][a-z0-9-]{0,63}$/.test(canaryName)
      ? []
      : [`canaryName must be at most 64 lower-case letters, digits and hyphens, got "${canaryName}"`]),
    ...(baseUrl.startsWith("https://") ? [] : [`baseUrl must begin with https://, got "${baseUrl}"`]),
    ...(timeoutSeconds >= 1 && timeoutSeconds <= 60
      ? []
      : [`timeoutSeconds must be from 1 to 60, got ${timeoutSeconds}`]),
    ...canaryProblems(pages, everyMinutes),
  ];
  if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);
}

function findingsBucket(name: string, args: CanaryArgs, parent: pulumi.Resource): Bucket {
  const { account, region, bucketName, kmsKeyArn, accessLogs, emptyOnDelete } = args;
  return new Bucket(
    `${name}-findings`,
    {
      account,
      region,
      bucketName,
      kmsKeyArn,
      accessLogs,
      emptyOnDelete,
      // The script beside the findings stays.
      lifecycle: { prefix: `${FINDINGS}/`, expireAfterDays: KEPT_DAYS, expireOldVersionsAfterDays: 1 },
    },
    { parent, protect: args.protectBucket },
  );
}

/** The script in the folders that Synthetics looks into; another script is another version of the object. */
function uploadedScript(name: string, bucket: Bucket, parent: pulumi.Resource): s3.BucketObjectv2 {
  return new s3.BucketObjectv2(
    name,
    {
      bucket: bucket.bucketName,
      key: "script/pages.zip",
      source: new pulumi.asset.AssetArchive({
        "nodejs/node_modules/pages.js": new pulumi.asset.FileAsset(SCRIPT),
      }),
    },
    { parent },
  );
}

function canaryArgs(args: CanaryArgs, script: s3.BucketObjectv2, { role }: CanaryRole): synthetics.CanaryArgs {
  return {
    name: args.canaryName,
    runtimeVersion: RUNTIME,
    handler: "pages.handler",
    s3Bucket: script.bucket,
    s3Key: script.key,
    s3Version: script.versionId,
    executionRoleArn: role.arn,
    artifactS3Location: `s3://${args.bucketName}/${FINDINGS}`,
    artifactConfig: { s3Encryption: { encryptionMode: "SSE_KMS", kmsKeyArn: args.kmsKeyArn } },
    schedule: { expression: scheduleOf(args.everyMinutes) },
    runConfig: {
      timeoutInSeconds: START_SECONDS + args.timeoutSeconds,
      environmentVariables: {
        BASE_URL: args.baseUrl,
        PAGES: JSON.stringify(args.pages),
        TIMEOUT_SECONDS: String(args.timeoutSeconds),
      },
    },
    failureRetentionPeriod: KEPT_DAYS,
    successRetentionPeriod: KEPT_DAYS,
    startCanary: true,
    // Otherwise each replaced canary leaves a function behind.
    deleteLambda: true,
  };
}
