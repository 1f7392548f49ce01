import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { bucketArn, cdnReadStatement } from "./bucket-policy";
import { type BucketCors, corsRule } from "./cors";
import { type BucketLifecycle, lifecycleRule } from "./lifecycle";
import { type BucketAccessLogs, checkBucketName, createPrivateBucket } from "./private-bucket";
import { type BucketReplicationArgs, replicate } from "./replication";

export interface BucketArgs {
  /** Full name of the bucket, unique in the world: fixed, because policies name it. */
  bucketName: string;
  /** Account id, 12 digits. */
  account: string;
  /** Region of the program's provider, which is the bucket's. */
  region: string;
  /** ARN of the key that encrypts the objects; with `cdnAccess` its policy must admit CloudFront. */
  kmsKeyArn: pulumi.Input<string>;
  /** What happens to objects as they age. Default: old versions go after 90 days, broken uploads after 7. */
  lifecycle?: BucketLifecycle;
  /** Where requests are logged. */
  accessLogs: BucketAccessLogs;
  /** Which pages may reach the bucket from a browser. Default: none. */
  cors?: BucketCors;
  /** A copy in a second region. Default: none. */
  replication?: BucketReplicationArgs;
  /** Lets this account's CloudFront distributions read the objects. Default: false. */
  cdnAccess?: boolean;
  /** Lets Pulumi delete the bucket with what is in it: for ephemeral stacks only. Default: false. */
  emptyOnDelete?: boolean;
}

/**
 * A private S3 bucket: encrypted with a key of our own, versioned, reached over TLS 1.2 or later only, its requests
 * logged, its objects aged by a lifecycle; with `replication` a bucket like it in a second region and the rule and role
 * that keep it up to date.
 *
 * Creates the bucket and its settings, each as a resource of its own. Costs in us-east-1 $0.023 per GB and month in
 * STANDARD, $0.0125 in STANDARD_IA and $0.0036 in GLACIER, and requests; a copy costs its own storage, $0.02 per GB
 * that crosses regions and $0.015 per GB with time control (https://aws.amazon.com/s3/pricing/).
 */
export class Bucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Host name of the bucket in its region, for a CloudFront origin. */
  readonly regionalDomainName: pulumi.Output<string>;
  /** Name of the copy in the second region; none without replication. */
  readonly replicaBucketName?: pulumi.Output<string>;
  /** ARN of the copy in the second region; none without replication. */
  readonly replicaArn?: pulumi.Output<string>;

  constructor(name: string, args: BucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Bucket", name, {}, opts);
    const { lifecycle = {}, emptyOnDelete = false, replication } = args;
    check(name, args);

    const source = createPrivateBucket(
      name,
      {
        bucketName: args.bucketName,
        kmsKeyArn: args.kmsKeyArn,
        lifecycle,
        accessLogs: args.accessLogs,
        statements: args.cdnAccess ? [cdnReadStatement(args.bucketName, args.account)] : [],
        emptyOnDelete,
      },
      this,
    );
    if (args.cors) admitPages(`${name}-cors`, source.bucket, args.cors, this);
    if (replication) {
      const replica = createPrivateBucket(
        `${name}-replica`,
        {
          bucketName: replication.bucketName,
          region: replication.region,
          kmsKeyArn: replication.kmsKeyArn,
          lifecycle,
          accessLogs: replication.accessLogs,
          statements: [],
          emptyOnDelete,
        },
        this,
      );
      // The pages must find the same in the copy when it takes the bucket's place.
      if (args.cors) admitPages(`${name}-replica-cors`, replica.bucket, args.cors, this, replication.region);
      replicate(`${name}-replication`, { source, replica }, { source: args, replica: replication }, replication, this);
      this.replicaBucketName = replica.bucket.bucket;
      this.replicaArn = arnOf(replica.bucket);
    }

    this.bucketName = source.bucket.bucket;
    this.arn = arnOf(source.bucket);
    this.regionalDomainName = source.bucket.bucketRegionalDomainName;
    this.registerOutputs({
      bucketName: this.bucketName,
      arn: this.arn,
      regionalDomainName: this.regionalDomainName,
      replicaBucketName: this.replicaBucketName,
      replicaArn: this.replicaArn,
    });
  }
}

function admitPages(name: string, bucket: s3.Bucket, cors: BucketCors, parent: pulumi.Resource, region?: string): void {
  new s3.BucketCorsConfiguration(name, { bucket: bucket.bucket, corsRules: [corsRule(cors)], region }, { parent });
}

/** From the name, which a preview knows, and not from the ARN, which it does not. */
function arnOf(bucket: s3.Bucket): pulumi.Output<string> {
  return bucket.bucket.apply(bucketArn);
}

/** All that can be wrong is said before anything is created. */
function check(name: string, args: BucketArgs): void {
  const { replication } = args;
  try {
    checkBucketName(args.bucketName);
    lifecycleRule(args.lifecycle ?? {});
    if (args.cors) corsRule(args.cors);
    if (replication) {
      checkBucketName(replication.bucketName);
      if (replication.region === args.region)
        throw new Error(`replication.region must be another region than ${args.region}, the bucket's own`);
      if (replication.bucketName === args.bucketName)
        throw new Error(`replication.bucketName must be another name than "${args.bucketName}", the bucket's own`);
    }
  } catch (error) {
    throw new Error(`Bucket ${name}: ${(error as Error).message}`);
  }
}
