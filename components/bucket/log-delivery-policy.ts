import type { PolicyStatement } from "../iam";
import { bucketArn } from "./bucket-policy";

/** Lets AWS write the logs of this account's resources, and nobody else's, into a log bucket. */
export function logDeliveryStatements(bucketName: string, account: string, region: string): PolicyStatement[] {
  const arn = bucketArn(bucketName);
  // Services write under AWSLogs/<account>/, after the prefix that they were given, if any.
  const deliveries = [`${arn}/AWSLogs/${account}/*`, `${arn}/*/AWSLogs/${account}/*`];
  // CloudFront's delivery sources live in us-east-1, wherever the bucket is.
  const vendedLogs = {
    StringEquals: { "aws:SourceAccount": account },
    ArnLike: { "aws:SourceArn": `arn:aws:logs:us-east-1:${account}:*` },
  };
  return [
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    {
      Sid: "AllowS3AccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${arn}/*`,
      Condition: { StringEquals: { "aws:SourceAccount": account } },
    },
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    {
      Sid: "AllowLoadBalancerLogs",
      Effect: "Allow",
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: deliveries,
      Condition: { ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/*` } },
    },
    // Both statements, or the service writes its own into the policy:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
    {
      Sid: "AWSLogDeliveryAclCheck",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: arn,
      Condition: vendedLogs,
    },
    {
      Sid: "AWSLogDeliveryWrite",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: deliveries,
      Condition: {
        StringEquals: { ...vendedLogs.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" },
        ArnLike: vendedLogs.ArnLike,
      },
    },
  ];
}
