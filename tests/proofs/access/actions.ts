/** What may be done to a resource, as far as somebody would want to who has no business with it. */
export interface ServiceActions {
  /** On the resource itself. */
  actions: string[];
  /** On what lies in it, under an ARN of its own. */
  inside?: { resource: (arn: string) => string; actions: string[] };
}

const PUSH = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"];
export const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/**
 * For each service, as ARNs name it, what reads, changes, hands on or destroys. Names as in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const ACTIONS: { [service: string]: ServiceActions } = {
  acm: { actions: ["acm:DeleteCertificate", "acm:ExportCertificate"] },
  "application-autoscaling": { actions: ["application-autoscaling:RegisterScalableTarget"] },
  autoscaling: { actions: ["application-autoscaling:PutScalingPolicy", "application-autoscaling:DeleteScalingPolicy"] },
  backup: {
    actions: [
      "backup:DeleteBackupVault",
      "backup:DeleteBackupVaultLockConfiguration",
      "backup:PutBackupVaultAccessPolicy",
      "backup:DeleteBackupPlan",
      "backup:StartBackupJob",
      "backup:CopyIntoBackupVault",
    ],
  },
  bedrock: { actions: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"] },
  budgets: { actions: ["budgets:ModifyBudget"] },
  ce: { actions: ["ce:UpdateAnomalyMonitor", "ce:DeleteAnomalySubscription"] },
  chatbot: { actions: ["chatbot:UpdateSlackChannelConfiguration"] },
  cloudfront: {
    actions: ["cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution", "cloudfront:CreateInvalidation"],
  },
  cloudwatch: {
    actions: ["cloudwatch:DeleteAlarms", "cloudwatch:DisableAlarmActions", "cloudwatch:PutMetricAlarm"],
  },
  ec2: {
    actions: [
      "ec2:AuthorizeSecurityGroupIngress",
      "ec2:AuthorizeSecurityGroupEgress",
      "ec2:CreateRoute",
      "ec2:ModifyVpcEndpoint",
      "ec2:RunInstances",
    ],
  },
  ecr: { actions: [...PULL, ...PUSH, "ecr:DeleteRepository", "ecr:SetRepositoryPolicy", "ecr:PutImageTagMutability"] },
  ecs: {
    actions: [
      "ecs:RunTask",
      "ecs:UpdateService",
      "ecs:ExecuteCommand",
      "ecs:StopTask",
      "ecs:DeleteService",
      "ecs:DeregisterTaskDefinition",
    ],
  },
  elasticache: { actions: ["elasticache:Connect", "elasticache:ModifyReplicationGroup", "elasticache:CreateSnapshot"] },
  elasticfilesystem: {
    actions: [
      "elasticfilesystem:ClientMount",
      "elasticfilesystem:ClientWrite",
      "elasticfilesystem:ClientRootAccess",
      "elasticfilesystem:PutFileSystemPolicy",
      "elasticfilesystem:Backup",
      "elasticfilesystem:DeleteFileSystem",
    ],
  },
  elasticloadbalancing: {
    actions: [
      "elasticloadbalancing:ModifyListener",
      "elasticloadbalancing:ModifyRule",
      "elasticloadbalancing:RegisterTargets",
      "elasticloadbalancing:DeregisterTargets",
    ],
  },
  events: { actions: ["events:PutRule", "events:PutTargets", "events:PutEvents"] },
  iam: {
    actions: [
      "iam:PassRole",
      "iam:PutRolePolicy",
      "iam:AttachRolePolicy",
      "iam:UpdateAssumeRolePolicy",
      "iam:DeleteRolePermissionsBoundary",
      "sts:AssumeRole",
    ],
  },
  kms: {
    actions: ["kms:CreateGrant", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:ReEncryptFrom"],
  },
  lambda: {
    actions: [
      "lambda:InvokeFunction",
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
      "lambda:AddPermission",
      "lambda:DeleteFunction",
    ],
  },
  logs: {
    actions: ["logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:PutSubscriptionFilter", "logs:FilterLogEvents"],
    inside: {
      resource: (arn) => `${arn}:log-stream:some/stream`,
      actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:GetLogEvents", "logs:DeleteLogStream"],
    },
  },
  "network-firewall": { actions: ["network-firewall:UpdateFirewallPolicy", "network-firewall:DeleteFirewall"] },
  rds: {
    actions: [
      "rds:ModifyDBInstance",
      "rds:DeleteDBInstance",
      "rds:CreateDBSnapshot",
      "rds:StartDBInstance",
      "rds:StopDBInstance",
      "rds:RestoreDBInstanceToPointInTime",
      "rds:ModifyDBProxy",
    ],
  },
  route53: { actions: ["route53:ChangeResourceRecordSets"] },
  route53resolver: { actions: ["route53resolver:UpdateFirewallRule", "route53resolver:DeleteFirewallRule"] },
  s3: {
    actions: [
      "s3:ListBucket",
      "s3:ListBucketVersions",
      "s3:GetBucketPolicy",
      "s3:PutBucketPolicy",
      "s3:DeleteBucketPolicy",
      "s3:PutBucketAcl",
      "s3:PutBucketPublicAccessBlock",
      "s3:PutBucketVersioning",
      "s3:PutEncryptionConfiguration",
      "s3:PutLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      "s3:PutReplicationConfiguration",
      "s3:DeleteBucket",
    ],
    inside: {
      resource: (arn) => `${arn}/some/object`,
      actions: [
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:PutObject",
        "s3:PutObjectAcl",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:BypassGovernanceRetention",
        "s3:GetObjectVersionForReplication",
        "s3:ReplicateObject",
        "s3:ReplicateDelete",
      ],
    },
  },
  scheduler: { actions: ["scheduler:UpdateSchedule", "scheduler:DeleteSchedule", "scheduler:CreateSchedule"] },
  secretsmanager: {
    actions: [
      "secretsmanager:GetSecretValue",
      "secretsmanager:PutSecretValue",
      "secretsmanager:UpdateSecret",
      "secretsmanager:RotateSecret",
      "secretsmanager:PutResourcePolicy",
      "secretsmanager:DeleteSecret",
    ],
  },
  ses: { actions: ["ses:SendEmail", "ses:SendRawEmail", "ses:CreateEmailIdentityPolicy", "ses:DeleteEmailIdentity"] },
  servicediscovery: {
    actions: [
      "servicediscovery:RegisterInstance",
      "servicediscovery:DeregisterInstance",
      "servicediscovery:DeleteService",
    ],
  },
  sns: { actions: ["sns:Publish", "sns:Subscribe", "sns:SetTopicAttributes", "sns:DeleteTopic"] },
  sqs: {
    actions: [
      "sqs:SendMessage",
      "sqs:ReceiveMessage",
      "sqs:DeleteMessage",
      "sqs:ChangeMessageVisibility",
      "sqs:GetQueueAttributes",
      "sqs:PurgeQueue",
      "sqs:SetQueueAttributes",
      "sqs:DeleteQueue",
    ],
  },
  ssm: { actions: ["ssm:GetParameter", "ssm:PutParameter"] },
  states: { actions: ["states:StartExecution", "states:StopExecution", "states:UpdateStateMachine"] },
  synthetics: { actions: ["synthetics:UpdateCanary", "synthetics:DeleteCanary"] },
  wafv2: { actions: ["wafv2:UpdateWebACL", "wafv2:DeleteWebACL", "wafv2:DisassociateWebACL"] },
};
