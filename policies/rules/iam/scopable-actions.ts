import { matchesPattern } from "../../kernel/policy-document";

// Actions that write, tag or grant and take a resource's ARN, from AWS's Service Authorization Reference. Left out:
// sns:Publish, which goes to phone numbers by `*` alone, and iam:PassRole, which has a rule of its own.
const SCOPABLE: { [service: string]: string } = {
  acm: "DeleteCertificate ExportCertificate ImportCertificate",
  backup:
    "DeleteBackupPlan DeleteBackupVault DeleteRecoveryPoint PutBackupVaultAccessPolicy UpdateRecoveryPointLifecycle",
  cloudformation: "CreateStack DeleteStack UpdateStack SetStackPolicy",
  cloudfront: "CreateInvalidation DeleteDistribution UpdateDistribution",
  dynamodb: "BatchWriteItem CreateTable DeleteItem DeleteTable PutItem PutResourcePolicy UpdateItem UpdateTable",
  ec2: "AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateRoute DeleteSecurityGroup DeleteSnapshot DeleteSubnet DeleteVolume DeleteVpc ModifySnapshotAttribute RebootInstances ReplaceRoute RevokeSecurityGroupIngress StopInstances TerminateInstances",
  ecr: "BatchDeleteImage DeleteRepository DeleteRepositoryPolicy PutImage PutLifecyclePolicy SetRepositoryPolicy",
  ecs: "CreateService DeleteCluster DeleteService ExecuteCommand RunTask StartTask StopTask UpdateService",
  elasticache: "Connect DeleteReplicationGroup ModifyReplicationGroup",
  elasticfilesystem: "ClientRootAccess ClientWrite DeleteFileSystem DeleteFileSystemPolicy PutFileSystemPolicy",
  events: "DeleteRule DisableRule PutEvents PutRule PutTargets RemoveTargets",
  firehose: "DeleteDeliveryStream PutRecord PutRecordBatch",
  iam: "AddUserToGroup AttachRolePolicy CreateAccessKey CreatePolicyVersion CreateRole DeleteRole DeleteRolePolicy DetachRolePolicy PutRolePolicy TagRole UpdateAssumeRolePolicy",
  kinesis: "DeleteStream PutRecord PutRecords",
  kms: "CreateGrant DisableKey Encrypt GenerateDataKey PutKeyPolicy ScheduleKeyDeletion TagResource",
  lambda:
    "AddPermission CreateFunction DeleteFunction InvokeFunction RemovePermission UpdateFunctionCode UpdateFunctionConfiguration",
  logs: "AssociateKmsKey CreateLogStream DeleteLogGroup DeleteLogStream DeleteRetentionPolicy PutLogEvents PutRetentionPolicy PutSubscriptionFilter",
  rds: "CreateDBSnapshot DeleteDBCluster DeleteDBInstance DeleteDBSnapshot ModifyDBCluster ModifyDBInstance ModifyDBSnapshotAttribute RebootDBInstance StopDBInstance",
  "rds-db": "connect",
  route53: "ChangeResourceRecordSets DeleteHostedZone",
  s3: "DeleteBucket DeleteBucketPolicy DeleteObject DeleteObjectVersion PutBucketAcl PutBucketPolicy PutEncryptionConfiguration PutLifecycleConfiguration PutObject PutObjectAcl PutObjectTagging PutReplicationConfiguration",
  scheduler: "CreateSchedule DeleteSchedule UpdateSchedule",
  secretsmanager: "CreateSecret DeleteSecret PutResourcePolicy PutSecretValue RotateSecret UpdateSecret",
  sns: "AddPermission DeleteTopic RemovePermission SetTopicAttributes Subscribe",
  sqs: "AddPermission DeleteMessage DeleteQueue PurgeQueue ReceiveMessage RemovePermission SendMessage SetQueueAttributes",
  ssm: "DeleteParameter PutParameter SendCommand StartSession",
  states: "DeleteStateMachine StartExecution StopExecution UpdateStateMachine",
  sts: "AssumeRole",
};

const ACTIONS = Object.entries(SCOPABLE).flatMap(([service, names]) =>
  names.split(" ").map((name) => `${service}:${name}`),
);

/** Whether an action, or any that its wildcards stand for, changes something and could be held to certain resources. */
export const isScopableWrite = (pattern: string): boolean => ACTIONS.some((action) => matchesPattern(pattern, action));
