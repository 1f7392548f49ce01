import type { Simulation, Simulations } from "./simulation";

/** The settings of a bucket have no identity but the bucket's name. */
const bucketSetting: Simulation = (request) => ({ id: request.inputs.bucket, outputs: {} });

const bucket: Simulation = (request) => {
  const name: string = request.inputs.bucket ?? request.autoname;
  return {
    id: name,
    outputs: {
      bucket: name,
      arn: `arn:${request.partition}:s3:::${name}`,
      region: request.region,
      bucketDomainName: `${name}.s3.amazonaws.com`,
      bucketRegionalDomainName: `${name}.s3.${request.region}.amazonaws.com`,
    },
  };
};

export const s3: Simulations = {
  "aws:s3/bucket:Bucket": bucket,
  // The name of version 6 of the provider, which many programs still have.
  "aws:s3/bucketV2:BucketV2": bucket,
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
