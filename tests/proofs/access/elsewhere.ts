import type { StackConfig } from "../../../infra/config";
import { type Call, on } from "./call";

const OTHER_ACCOUNT = "999999999999";

/** What no service of any stack has to do with: other applications of the account, other accounts, the account itself. */
export function elsewhere({ region, account }: StackConfig): Call[] {
  const here = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;
  const away = (service: string, resource: string): string =>
    `arn:aws:${service}:${region}:${OTHER_ACCOUNT}:${resource}`;
  const secret = "secret:other-application/database-a1b2c3";
  const key = "key/00000000-1111-2222-3333-444444444444";
  return [
    ...[here, away].flatMap((place) => [
      ...on(place("secretsmanager", secret), "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"),
      ...on(place("kms", key), "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:CreateGrant"),
      ...on(place("sqs", "other-queue"), "sqs:SendMessage", "sqs:ReceiveMessage"),
      ...on(place("sns", "other-topic"), "sns:Publish", "sns:Subscribe"),
      ...on(place("dynamodb", "table/other"), "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Scan"),
      ...on(place("ssm", "parameter/other/key"), "ssm:GetParameter", "ssm:PutParameter", "ssm:GetParametersByPath"),
      ...on(place("ecr", "repository/other"), "ecr:BatchGetImage", "ecr:PutImage"),
      ...on(place("lambda", "function:other"), "lambda:InvokeFunction", "lambda:UpdateFunctionCode"),
      ...on(place("logs", "log-group:/other:log-stream:x"), "logs:GetLogEvents", "logs:PutLogEvents"),
      ...on(place("rds-db", "dbuser:db-OTHER/postgres"), "rds-db:connect"),
      ...on(place("ses", "identity/other.example.org"), "ses:SendEmail", "ses:SendRawEmail"),
      ...on(place("elasticfilesystem", "file-system/fs-0other"), "elasticfilesystem:DeleteFileSystem"),
      ...on(place("ecs", "cluster/other"), "ecs:DescribeClusters", "ecs:DeleteCluster"),
      ...on(place("ecs", "task-definition/other:1"), "ecs:RunTask"),
      ...on(place("ecs", "task/other/abc"), "ecs:ExecuteCommand", "ecs:StopTask"),
      ...on(place("bedrock", "provisioned-model/abcdefghijkl"), "bedrock:InvokeModel"),
    ]),
    ...[account, OTHER_ACCOUNT].flatMap((owner) => [
      ...on(`arn:aws:iam::${owner}:role/administrator`, "sts:AssumeRole", "iam:PassRole", "iam:UpdateAssumeRolePolicy"),
      ...on(`arn:aws:iam::${owner}:role/administrator`, "iam:AttachRolePolicy", "iam:PutRolePolicy"),
      ...on(`arn:aws:iam::${owner}:user/somebody`, "iam:CreateAccessKey", "iam:CreateLoginProfile"),
      ...on(`arn:aws:iam::${owner}:user/somebody`, "iam:AttachUserPolicy", "iam:PutUserPolicy"),
      ...on(`arn:aws:iam::${owner}:policy/administrators`, "iam:CreatePolicyVersion"),
    ]),
    ...on("arn:aws:s3:::other-application-uploads", "s3:ListBucket", "s3:PutBucketPolicy"),
    ...on("arn:aws:s3:::other-application-uploads/key", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
    ...on(`arn:aws:bedrock:${region}::foundation-model/other.model-v1:0`, "bedrock:InvokeModel"),
    ...on("arn:aws:route53:::hostedzone/Z0OTHER", "route53:ChangeResourceRecordSets"),
    ...on("*", ...WITHOUT_RESOURCES),
  ];
}

/** Actions that IAM cannot narrow to a resource, or that make what was not there. */
const WITHOUT_RESOURCES = [
  "cloudtrail:StopLogging",
  "cloudwatch:DescribeAlarms",
  "cloudwatch:GetMetricData",
  "cloudwatch:PutMetricData",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeInstances",
  "ec2:DescribeNetworkInterfaces",
  "ec2:RunInstances",
  "ecr:GetAuthorizationToken",
  "ecs:ListClusters",
  "ecs:RegisterTaskDefinition",
  "guardduty:DeleteDetector",
  "iam:CreateRole",
  "iam:CreateUser",
  "iam:ListRoles",
  "kms:CreateKey",
  "kms:ListKeys",
  "lambda:CreateFunction",
  "logs:DescribeLogGroups",
  "organizations:LeaveOrganization",
  "s3:ListAllMyBuckets",
  "secretsmanager:ListSecrets",
  "ssm:StartSession",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
  "sts:GetFederationToken",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments",
];
