import type { PolicyStatement } from "../iam";
import { deadLetterGrant } from "../queue";
import type { RedisListsArgs } from "./redis-lists-args";

const OF_NETWORK_INTERFACES = [
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:UnassignPrivateIpAddresses",
];

/** What the function may do: read the one token, write its log, stand in the network and leave failed calls. */
export function functionStatements(functionName: string, args: RedisListsArgs): PolicyStatement[] {
  const { account, region, cache, group, kmsKeyArn, log } = args;
  const functionArn = `arn:aws:lambda:${region}:${account}:function:${functionName}`;
  return [
    { Sid: "ReadToken", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: cache.auth.secretArn },
    {
      Sid: "DecryptToken",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: cache.auth.kmsKeyArn,
      Condition: {
        StringEquals: {
          "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
          "kms:EncryptionContext:SecretARN": cache.auth.secretArn,
        },
      },
    },
    {
      Sid: "DecryptVariables",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
      Condition: {
        StringEquals: {
          "kms:ViaService": `lambda.${region}.amazonaws.com`,
          "kms:EncryptionContext:aws:lambda:FunctionArn": functionArn,
        },
      },
    },
    {
      Sid: "WriteLog",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `arn:aws:logs:${region}:${account}:log-group:${log.groupName}:*`,
    },
    {
      // What Lambda does with the role to put a function into a VPC; it asks for these before there is any resource that
      // could be named: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
      Sid: "StandInNetwork",
      Effect: "Allow",
      Action: OF_NETWORK_INTERFACES,
      Resource: "*",
    },
    {
      // The function's own code must not: only Lambda itself does so, for which this key is not there (same page).
      Sid: "NotByTheCode",
      Effect: "Deny",
      Action: OF_NETWORK_INTERFACES,
      Resource: "*",
      Condition: {
        ArnEquals: { "lambda:SourceFunctionArn": functionArn },
      },
    },
    ...deadLetterGrant(group.deadLetterQueueArn, group.kmsKeyArn),
  ];
}
