import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";

/** A secret that a container gets, and the key that encrypts it. */
export interface SecretSource {
  secretArn: pulumi.Input<string>;
  kmsKeyArn: pulumi.Input<string>;
}

/** Where the cluster records interactive sessions. */
export interface SessionArgs {
  /** The cluster's log group of sessions. */
  logGroupName: string;
  /** Key of the session and of that log group. */
  kmsKeyArn: pulumi.Input<string>;
}

interface AccountRegion {
  account: string;
  region: string;
}

export interface ExecutionRoleArgs extends AccountRegion {
  logGroupName: string;
  repositoryArn?: pulumi.Input<string>;
  secretSources: SecretSource[];
}

/** What ECS does to start a task. */
export function executionStatements(args: ExecutionRoleArgs): PolicyStatement[] {
  const { account, region, logGroupName, repositoryArn, secretSources } = args;
  const secretArns = distinct(secretSources.map((source) => source.secretArn));
  const keyArns = distinct(secretSources.map((source) => source.kmsKeyArn));
  const log: PolicyStatement = {
    Sid: "WriteLog",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: logGroupStreams(region, account, logGroupName),
  };
  const image: PolicyStatement[] = [
    // The one star: a login to the registry belongs to no repository, and IAM offers no narrower resource for it.
    { Sid: "LogInToRegistry", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
    {
      Sid: "PullImage",
      Effect: "Allow",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      Resource: repositoryArn,
    },
  ];
  const secrets: PolicyStatement[] = [
    { Sid: "ReadSecrets", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArns },
    {
      Sid: "DecryptSecrets",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: keyArns,
      // The key encrypts the secrets of other services too; Secrets Manager names the one that it opens:
      // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
      Condition: {
        StringEquals: {
          "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
          "kms:EncryptionContext:SecretARN": secretArns,
        },
      },
    },
  ];
  return [log, ...(repositoryArn ? image : []), ...(secretArns.length > 0 ? secrets : [])];
}

/** What an interactive session asks of a task (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html). */
export function sessionStatements(exec: SessionArgs, { account, region }: AccountRegion): PolicyStatement[] {
  return [
    {
      Sid: "OpenSession",
      Effect: "Allow",
      Action: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      // These actions know no resources.
      Resource: "*",
    },
    { Sid: "FindSessionLog", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    {
      Sid: "RecordSession",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: logGroupStreams(region, account, exec.logGroupName),
    },
    { Sid: "DecryptSession", Effect: "Allow", Action: "kms:Decrypt", Resource: exec.kmsKeyArn },
  ];
}

const logGroupStreams = (region: string, account: string, logGroupName: string): string =>
  `arn:aws:logs:${region}:${account}:log-group:${logGroupName}:*`;

/** Several variables of one secret are one grant; outputs are compared by identity. */
const distinct = <Value>(values: Value[]): Value[] => [...new Set(values)];
