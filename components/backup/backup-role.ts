import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type PolicyStatement, servicePrincipalTrust } from "../iam";
import type { BackupPlanArgs } from "./backup-plan-args";

export interface BackupRole {
  role: iam.Role;
  policy: iam.RolePolicy;
}

/** The role that AWS Backup takes to back up what the plan names, and nothing else. */
export function createBackupRole(name: string, args: BackupPlanArgs, parent: pulumi.Resource): BackupRole {
  const role = new iam.Role(
    name,
    {
      description: `AWS Backup: ${args.planName}`,
      assumeRolePolicy: servicePrincipalTrust("backup.amazonaws.com", args.account),
    },
    { parent },
  );
  const policy = new iam.RolePolicy(
    `${name}-policy`,
    { role: role.name, policy: policyDocument(...backupStatements(args)) },
    { parent },
  );
  return { role, policy };
}

/**
 * Of AWS's own policy for the service
 * (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html) what these
 * kinds need, narrowed to these resources, to the snapshots that AWS Backup itself makes, and to these vaults and keys.
 */
export function backupStatements(args: BackupPlanArgs): PolicyStatement[] {
  const { databaseArns, fileSystemArns, copy } = args;
  const regions = [args.region, ...(copy ? [copy.region] : [])];
  return [
    ...(databaseArns.length > 0 ? databaseStatements(args, regions) : []),
    ...(fileSystemArns.length > 0
      ? [
          {
            Effect: "Allow" as const,
            Action: ["elasticfilesystem:Backup", "elasticfilesystem:DescribeTags"],
            Resource: fileSystemArns,
          },
        ]
      : []),
    ...vaultStatements(args, regions),
    ...keyStatements([...args.kmsKeyArns, ...(copy ? [copy.kmsKeyArn] : [])]),
  ];
}

/** AWS Backup names its snapshots `awsbackup:job-…` and `awsbackup:copyjob-…`. */
function snapshotArns({ account }: BackupPlanArgs, regions: string[]): string[] {
  return regions.map((region) => `arn:aws:rds:${region}:${account}:snapshot:awsbackup:*`);
}

function databaseStatements(args: BackupPlanArgs, regions: string[]): PolicyStatement[] {
  const snapshots = snapshotArns(args, regions);
  return [
    {
      Effect: "Allow",
      Action: ["rds:CreateDBSnapshot", "rds:DescribeDBInstances", "rds:DescribeDBSnapshots", "rds:ListTagsForResource"],
      Resource: [...args.databaseArns, ...snapshots],
    },
    {
      Effect: "Allow",
      Action: ["rds:AddTagsToResource", "rds:CopyDBSnapshot", "rds:DeleteDBSnapshot", "rds:ModifyDBSnapshotAttribute"],
      Resource: snapshots,
    },
  ];
}

function vaultStatements(args: BackupPlanArgs, regions: string[]): PolicyStatement[] {
  const { account, vault, copy } = args;
  const recoveryPoints = regions.map((region) => `arn:aws:backup:${region}:${account}:recovery-point:*`);
  return [
    {
      Effect: "Allow",
      Action: ["backup:DescribeBackupVault", "backup:CopyIntoBackupVault"],
      Resource: [vault.arn, ...(copy ? [copy.vault.arn] : [])],
    },
    {
      Effect: "Allow",
      Action: ["backup:TagResource", ...(copy ? ["backup:CopyFromBackupVault"] : [])],
      // A recovery point of a database is its snapshot.
      Resource: [...recoveryPoints, ...(args.databaseArns.length > 0 ? snapshotArns(args, regions) : [])],
    },
  ];
}

function keyStatements(kmsKeyArns: pulumi.Input<string>[]): PolicyStatement[] {
  return [
    { Effect: "Allow", Action: "kms:DescribeKey", Resource: kmsKeyArns },
    {
      Effect: "Allow",
      Action: "kms:CreateGrant",
      Resource: kmsKeyArns,
      // Only grants that an AWS service makes for its own resource, here RDS and EFS.
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
