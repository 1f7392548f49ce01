import type { Simulation, Simulations } from "./simulation";

/** The settings of a bucket have no identity but the bucket's name. */
const bucketSetting: Simulation = (request) => ({ id: request.inputs.bucket, outputs: {} });

export const s3: Simulations = {
  "aws:s3/bucket:Bucket": (request) => {
    const bucket: string = request.inputs.bucket ?? request.autoname;
    return {
      id: bucket,
      outputs: {
        bucket,
        arn: `arn:${request.partition}:s3:::${bucket}`,
        region: request.region,
        bucketDomainName: `${bucket}.s3.amazonaws.com`,
        bucketRegionalDomainName: `${bucket}.s3.${request.region}.amazonaws.com`,
      },
    };
  },
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": bucketSetting,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": bucketSetting,
  "aws:s3/bucketLogging:BucketLogging": bucketSetting,
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": bucketSetting,
  "aws:s3/bucketPolicy:BucketPolicy": bucketSetting,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": bucketSetting,
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": bucketSetting,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": bucketSetting,
  "aws:s3/bucketVersioning:BucketVersioning": bucketSetting,
  "aws:s3/bucketObjectv2:BucketObjectv2": (request) => ({
    id: request.inputs.key ?? request.autoname,
    outputs: {
      arn: `arn:${request.partition}:s3:::${request.inputs.bucket}/${request.inputs.key}`,
      etag: request.hex(32),
      versionId: request.hex(32, "version"),
    },
  }),
};
