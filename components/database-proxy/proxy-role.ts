import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, servicePrincipalTrust } from "../iam";

export interface ProxyRoleArgs {
  account: string;
  region: string;
  secretArn: pulumi.Input<string>;
  secretKmsKeyArn: pulumi.Input<string>;
}

/**
 * The role by which the proxy reads the one secret that opens its database, through Secrets Manager and no other way
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html).
 */
export function createProxyRole(
  name: string,
  { account, region, secretArn, secretKmsKeyArn }: ProxyRoleArgs,
  parent: pulumi.Resource,
): { role: iam.Role; policy: iam.RolePolicy } {
  const role = new iam.Role(
    name,
    {
      description: "RDS Proxy reads the secret of its database",
      assumeRolePolicy: servicePrincipalTrust("rds.amazonaws.com", account),
    },
    { parent },
  );
  const policy = new iam.RolePolicy(
    `${name}-policy`,
    {
      role: role.name,
      policy: policyDocument(
        { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn },
        {
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: secretKmsKeyArn,
          Condition: {
            StringEquals: {
              "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
              // Secrets Manager names the secret: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
              "kms:EncryptionContext:SecretARN": secretArn,
            },
          },
        },
      ),
    },
    { parent },
  );
  return { role, policy };
}
