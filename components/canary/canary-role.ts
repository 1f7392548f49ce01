import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument, type PolicyStatement } from "../iam";

interface CanaryRights {
  region: string;
  account: string;
  canaryName: string;
  /** Known in time, because the name is fixed. */
  bucketArn: string;
  /** Where the canary puts what it found, without a slash at either end. */
  artifactPrefix: string;
  kmsKeyArn: pulumi.Input<string>;
}

/** A role and the policy without which it can do nothing. */
export interface CanaryRole {
  role: iam.Role;
  policy: iam.RolePolicy;
}

/** The role of the canary's own function: it writes its findings, its log and its metrics. */
export function canaryRole(name: string, rights: CanaryRights, parent: pulumi.Resource): CanaryRole {
  const role = new iam.Role(
    name,
    {
      description: "Canary: writes what it found, its log and its metrics",
      // Lambda sends no source account when it takes a role, and takes none that is not of its function's account.
      assumeRolePolicy: policyDocument({
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    },
    { parent },
  );
  const policy = new iam.RolePolicy(
    `${name}-policy`,
    { role: role.name, policy: policyDocument(...canaryStatements(rights)) },
    { parent },
  );
  return { role, policy };
}

/**
 * What Synthetics asks for (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html),
 * without the right to create log groups: the stack makes the one, with retention and a key.
 */
function canaryStatements(rights: CanaryRights): PolicyStatement[] {
  const { region, account, canaryName, bucketArn, artifactPrefix, kmsKeyArn } = rights;
  return [
    {
      Sid: "WriteFindings",
      Effect: "Allow",
      Action: "s3:PutObject",
      Resource: `${bucketArn}/${artifactPrefix}/*`,
    },
    { Sid: "FindBucket", Effect: "Allow", Action: "s3:GetBucketLocation", Resource: bucketArn },
    // Knows no resource.
    { Sid: "ListBuckets", Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" },
    {
      Sid: "EncryptFindings",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: kmsKeyArn,
      // The key encrypts other buckets too; S3 names the bucket, or an object where bucket keys are off:
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
      Condition: {
        StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
        ArnLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`] },
      },
    },
    {
      Sid: "WriteLog",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `arn:aws:logs:${region}:${account}:log-group:/aws/lambda/cwsyn-${canaryName}-*`,
    },
    {
      Sid: "WriteMetrics",
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      // Metrics have no ARN; the namespace narrows them.
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } },
    },
  ];
}
