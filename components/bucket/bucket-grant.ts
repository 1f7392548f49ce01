import type * as pulumi from "@pulumi/pulumi";
import { interpolate } from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";

/** What a service does with a bucket. */
export const BucketAccess = {
  Read: "read",
  ReadWrite: "readWrite",
} as const;
export type BucketAccess = (typeof BucketAccess)[keyof typeof BucketAccess];

/** The statements of a role that reads, or reads and writes, the objects of one bucket and its key, and nothing else. */
export function bucketGrant(
  access: BucketAccess,
  bucketArn: pulumi.Input<string>,
  kmsKeyArn: pulumi.Input<string>,
): PolicyStatement[] {
  const writes = access === BucketAccess.ReadWrite;
  return [
    { Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn },
    {
      Effect: "Allow",
      Action: ["s3:GetObject", ...(writes ? ["s3:PutObject", "s3:DeleteObject"] : [])],
      Resource: interpolate`${bucketArn}/*`,
    },
    {
      Effect: "Allow",
      Action: ["kms:Decrypt", ...(writes ? ["kms:GenerateDataKey"] : [])],
      Resource: kmsKeyArn,
      Condition: throughBucket(bucketArn),
    },
  ];
}

/** The statements of a role that puts objects below a prefix of one bucket, and reads nothing. */
export function bucketWriteGrant(
  bucketArn: pulumi.Input<string>,
  prefix: string,
  kmsKeyArn: pulumi.Input<string>,
): PolicyStatement[] {
  return [
    { Effect: "Allow", Action: "s3:PutObject", Resource: interpolate`${bucketArn}/${prefix}*` },
    {
      Effect: "Allow",
      // S3 decrypts the parts of a large upload when it puts them together:
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: kmsKeyArn,
      Condition: throughBucket(bucketArn),
    },
  ];
}

/**
 * The key encrypts more than this bucket, and opens through S3 alone: by hand, objects would be read past the bucket's
 * policy. S3 names the bucket, or an object where bucket keys are off:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
function throughBucket(bucketArn: pulumi.Input<string>): PolicyStatement["Condition"] {
  return {
    StringLike: { "kms:ViaService": "s3.*.amazonaws.com" },
    ArnLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, interpolate`${bucketArn}/*`] },
  };
}
