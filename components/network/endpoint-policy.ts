import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";

/**
 * What may pass the S3 gateway: the account's own buckets, so that no key of somebody else can carry data to a bucket
 * elsewhere, and the bucket from which the region's ECR serves image layers, which ECR's own signed links read
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-setting-up-s3-gateway).
 */
export function s3EndpointPolicy(region: string, account: string): pulumi.Output<string> {
  return policyDocument(
    {
      Sid: "OwnBuckets",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: { StringEquals: { "aws:ResourceAccount": account } },
    },
    {
      Sid: "ImageLayers",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
    },
  );
}

/** Only identities of the account may use the endpoint; what they may do, their own roles say. */
export function interfaceEndpointPolicy(account: string): pulumi.Output<string> {
  return policyDocument({
    Sid: "OwnIdentities",
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalAccount": account } },
  });
}
