import * as pulumi from "@pulumi/pulumi";
import { bucketArn } from "./bucket-policy";
import { lifecycleRule } from "./lifecycle";
import { logDeliveryStatements } from "./log-delivery-policy";
import { checkBucketName, createPrivateBucket } from "./private-bucket";

export interface AccessLogBucketArgs {
  /** Full name of the bucket, unique in the world. */
  bucketName: string;
  /** Account id, 12 digits: only its resources may log here. */
  account: string;
  /** Region of the program's provider. */
  region: string;
  /** Region of the bucket, where that is not `region`: load balancers and buckets log in their own region only. */
  bucketRegion?: string;
  /** Days that logs are kept. Default: 90. */
  expireAfterDays?: number;
  /** Lets Pulumi delete the bucket with what is in it: for ephemeral stacks only. Default: false. */
  emptyOnDelete?: boolean;
}

/**
 * The bucket that load balancers, buckets and CloudFront write their access logs to.
 *
 * Encrypted with S3's own key, because the load balancer and S3 deliver to no bucket with a KMS key
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html); its own requests are not
 * logged, since each log would cause the next. Otherwise as `Bucket`. Creates the bucket and its settings; costs
 * $0.023 per GB and month in us-east-1 (https://aws.amazon.com/s3/pricing/).
 */
export class AccessLogBucket extends pulumi.ComponentResource {
  /** The bucket's name; who waits for it waits for the policy that admits the logs as well. */
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: AccessLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:AccessLogBucket", name, {}, opts);
    const { bucketName, account, region, bucketRegion, expireAfterDays = 90, emptyOnDelete = false } = args;
    const lifecycle = { expireAfterDays, expireOldVersionsAfterDays: 30 };
    checkBucketName(bucketName);
    lifecycleRule(lifecycle);

    const { policy } = createPrivateBucket(
      name,
      {
        bucketName,
        region: bucketRegion,
        lifecycle,
        statements: logDeliveryStatements(bucketName, account, bucketRegion ?? region),
        emptyOnDelete,
      },
      this,
    );

    this.bucketName = policy.bucket;
    this.arn = policy.bucket.apply(bucketArn);
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn });
  }
}
