import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type PolicyStatement } from "../iam";
import { transportStatements } from "./bucket-policy";
import { type BucketLifecycle, lifecycleRule } from "./lifecycle";

/** Where S3 writes the log of requests to a bucket: a log bucket of the same region and account. */
export interface BucketAccessLogs {
  bucket: pulumi.Input<string>;
  /** Ends with a slash, for example `s3/uploads/`. */
  prefix: string;
}

/** What every bucket of this house says of itself, log buckets and replicas included. */
export interface PrivateBucket {
  bucketName: string;
  /** Region of the bucket, where that is not the provider's. */
  region?: string;
  /** Default: S3's own key. */
  kmsKeyArn?: pulumi.Input<string>;
  lifecycle: BucketLifecycle;
  accessLogs?: BucketAccessLogs;
  /** What the policy says beyond refusing plain HTTP. */
  statements: PolicyStatement[];
  emptyOnDelete: boolean;
}

/** A bucket and what others have to wait for. */
export interface CreatedBucket {
  bucket: s3.Bucket;
  versioning: s3.BucketVersioning;
  policy: s3.BucketPolicy;
}

/** Throws when S3 would refuse the name, which is also part of host names and of policies. */
export function checkBucketName(bucketName: string): void {
  if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(bucketName))
    throw new Error(
      `bucketName must be 3 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit, got "${bucketName}"`,
    );
}

/**
 * The bucket and its settings, each a resource of its own: versions kept, encrypted, never public, no ACLs, TLS only,
 * aged by a lifecycle, requests logged where a log bucket is given.
 */
export function createPrivateBucket(name: string, args: PrivateBucket, parent: pulumi.Resource): CreatedBucket {
  const { region } = args;
  const bucket = new s3.Bucket(name, { bucket: args.bucketName, forceDestroy: args.emptyOnDelete, region }, { parent });
  const of = { bucket: bucket.bucket, region };

  const versioning = new s3.BucketVersioning(
    `${name}-versioning`,
    { ...of, versioningConfiguration: { status: "Enabled" } },
    { parent },
  );
  new s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    { ...of, rules: [encryptionRule(args.kmsKeyArn)] },
    { parent },
  );
  const publicAccess = new s3.BucketPublicAccessBlock(
    `${name}-public-access`,
    { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent },
  );
  new s3.BucketOwnershipControls(
    `${name}-ownership`,
    { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } },
    { parent },
  );
  const policy = new s3.BucketPolicy(
    `${name}-policy`,
    { ...of, policy: policyDocument(...transportStatements(args.bucketName), ...args.statements) },
    // S3 refuses to change both at the same moment.
    { parent, dependsOn: [publicAccess] },
  );
  new s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    {
      ...of,
      rules: [lifecycleRule(args.lifecycle)],
      // Small objects cost more to move than they save.
      transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
    },
    // Rules on old versions mean nothing before versions are kept.
    { parent, dependsOn: [versioning] },
  );
  if (args.accessLogs) logRequests(`${name}-logging`, of, args.accessLogs, parent);

  return { bucket, versioning, policy };
}

function encryptionRule(kmsKeyArn?: pulumi.Input<string>) {
  return {
    applyServerSideEncryptionByDefault: kmsKeyArn
      ? { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn }
      : { sseAlgorithm: "AES256" },
    // One data key for many objects: up to 99 % fewer requests to KMS.
    ...(kmsKeyArn && { bucketKeyEnabled: true }),
    // A key that the customer brings along would lock everybody else, backups included, out of the object.
    blockedEncryptionTypes: ["SSE-C"],
  };
}

function logRequests(
  name: string,
  of: { bucket: pulumi.Output<string>; region?: string },
  accessLogs: BucketAccessLogs,
  parent: pulumi.Resource,
): void {
  new s3.BucketLogging(
    name,
    {
      ...of,
      targetBucket: accessLogs.bucket,
      targetPrefix: accessLogs.prefix,
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
    },
    { parent },
  );
}
