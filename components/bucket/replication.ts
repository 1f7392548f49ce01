import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type PolicyStatement } from "../iam";
import { bucketArn } from "./bucket-policy";
import { type BucketAccessLogs, type CreatedBucket } from "./private-bucket";

/** Id of the rule, by which the metrics of the replication are found. */
export const REPLICATION_RULE_ID = "second-region";

/** A copy of the bucket in a second region. */
export interface BucketReplicationArgs {
  /** The second region. */
  region: string;
  /** Name of the copy: bucket names are unique in the world, so it is not the first bucket's. */
  bucketName: string;
  /** ARN of a key in the second region. */
  kmsKeyArn: pulumi.Input<string>;
  /** A log bucket in the second region. Default: requests to the copy are not logged. */
  accessLogs?: BucketAccessLogs;
  /** Copies only objects whose keys start so. Default: all. */
  prefix?: string;
  /** Replication time control: S3 copies within 15 minutes and counts what is late. Default: true. */
  timeControl?: boolean;
}

/** One side of a replication, by what is known before either bucket exists. */
export interface ReplicationSide {
  bucketName: string;
  region: string;
  kmsKeyArn: pulumi.Input<string>;
}

/** Copies what is written to `source` from now on; both sides must keep versions before S3 accepts the rule. */
export function replicate(
  name: string,
  buckets: { source: CreatedBucket; replica: CreatedBucket },
  sides: { source: ReplicationSide; replica: ReplicationSide },
  replication: BucketReplicationArgs,
  parent: pulumi.Resource,
): void {
  // No condition on the account: S3 documents none for this role, and it needs none, because a replication rule can
  // only name a role of the bucket owner's own account that its author may pass
  // (https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html).
  const role = new iam.Role(
    `${name}-role`,
    {
      description: `S3 copies ${sides.source.bucketName} to ${sides.replica.bucketName}`,
      assumeRolePolicy: policyDocument({
        Effect: "Allow",
        Principal: { Service: "s3.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    },
    { parent },
  );
  const rolePolicy = new iam.RolePolicy(
    `${name}-role-policy`,
    { role: role.id, policy: policyDocument(...replicationStatements(sides.source, sides.replica)) },
    { parent },
  );
  new s3.BucketReplicationConfig(
    name,
    {
      bucket: buckets.source.bucket.bucket,
      role: role.arn,
      rules: [
        {
          id: REPLICATION_RULE_ID,
          status: "Enabled",
          filter: { prefix: replication.prefix ?? "" },
          deleteMarkerReplication: { status: "Enabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: {
            bucket: buckets.replica.bucket.arn,
            encryptionConfiguration: { replicaKmsKeyId: sides.replica.kmsKeyArn },
            ...timing(replication.timeControl ?? true),
          },
        },
      ],
    },
    { parent, dependsOn: [buckets.source.versioning, buckets.replica.versioning, rolePolicy] },
  );
}

/** What the role may do: read versions here, write copies there, and use both keys for these buckets alone. */
export function replicationStatements(source: ReplicationSide, replica: ReplicationSide): PolicyStatement[] {
  const [sourceArn, replicaArn] = [bucketArn(source.bucketName), bucketArn(replica.bucketName)];
  return [
    { Effect: "Allow", Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"], Resource: sourceArn },
    {
      Effect: "Allow",
      Action: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
      Resource: `${sourceArn}/*`,
    },
    {
      Effect: "Allow",
      Action: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
      Resource: `${replicaArn}/*`,
    },
    { Effect: "Allow", Action: "kms:Decrypt", Resource: source.kmsKeyArn, Condition: throughS3(source) },
    {
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:GenerateDataKey"],
      Resource: replica.kmsKeyArn,
      Condition: throughS3(replica),
    },
  ];
}

/** The encryption context is the bucket where a bucket key is used, else the object. */
function throughS3({ bucketName, region }: ReplicationSide): PolicyStatement["Condition"] {
  return {
    StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
    ArnLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn(bucketName), `${bucketArn(bucketName)}/*`] },
  };
}

/** Time control works with metrics only; without it the metrics still show what waits. */
function timing(timeControl: boolean) {
  if (!timeControl) return { metrics: { status: "Enabled" } };
  const within = { minutes: 15 };
  return {
    metrics: { status: "Enabled", eventThreshold: within },
    replicationTime: { status: "Enabled", time: within },
  };
}
