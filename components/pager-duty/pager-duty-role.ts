import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";

interface PagerDutyRights {
  region: string;
  account: string;
  logGroupName: string;
  secretArn: pulumi.Input<string>;
  secretKmsKeyArn: pulumi.Input<string>;
  queueArn: pulumi.Input<string>;
}

/** A role and the policy without which it can do nothing. */
export interface PagerDutyRole {
  role: iam.Role;
  policy: iam.RolePolicy;
}

/** The role of the function: it reads one secret, writes one log, and puts aside what it could not tell. */
export function pagerDutyRole(name: string, rights: PagerDutyRights, parent: pulumi.Resource): PagerDutyRole {
  const { region, account, logGroupName, secretArn, secretKmsKeyArn, queueArn } = rights;
  const role = new iam.Role(
    name,
    {
      description: "Tells PagerDuty of alarms",
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
    {
      role: role.name,
      policy: policyDocument(
        { Sid: "ReadKey", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn },
        {
          Sid: "DecryptKey",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: secretKmsKeyArn,
          Condition: {
            StringEquals: {
              "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
              "kms:EncryptionContext:SecretARN": secretArn,
            },
          },
        },
        {
          Sid: "WriteLog",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `arn:aws:logs:${region}:${account}:log-group:${logGroupName}:*`,
        },
        { Sid: "PutAside", Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn },
      ),
    },
    { parent },
  );
  return { role, policy };
}
