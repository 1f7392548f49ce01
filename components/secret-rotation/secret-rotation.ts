import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { LambdaFunction, type LambdaFunctionArgs } from "../lambda-function";

export interface RotatedSecret {
  secretArn: pulumi.Input<string>;
  /** Days from one value to the next, 1 to 1,000. */
  everyDays: number;
}

export interface SecretRotationArgs extends Pick<
  LambdaFunctionArgs,
  "account" | "region" | "functionName" | "logRetentionDays" | "logKmsKeyArn"
> {
  /** The secrets by a fixed name; each holds a plain value of letters and digits that only the application knows. */
  secrets: { [name: string]: RotatedSecret };
  /** Key of the secrets. */
  kmsKeyArn: pulumi.Input<string>;
}

const FOLDER = "components/secret-rotation/function";

/**
 * Gives secrets that only the application knows a new value every so many days.
 *
 * Creates one function that makes the values, the right of Secrets Manager to call it, and one rotation for each
 * secret; the first is due that many days after the deployment. Tasks go on with the old value until they start anew.
 * Costs $0.05 for 10,000 calls of Secrets Manager (https://aws.amazon.com/secrets-manager/pricing/).
 */
export class SecretRotation extends pulumi.ComponentResource {
  constructor(name: string, args: SecretRotationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:SecretRotation", name, {}, opts);
    const { secrets, kmsKeyArn, ...settings } = args;
    const { account, region } = settings;
    const secretArns = Object.values(secrets).map(({ secretArn }) => secretArn);

    const rotate = new LambdaFunction(
      name,
      {
        ...settings,
        description: "Makes new values of secrets",
        folder: FOLDER,
        timeoutSeconds: 30,
        statements: [
          {
            Sid: "RotateSecrets",
            Effect: "Allow",
            Action: [
              "secretsmanager:DescribeSecret",
              "secretsmanager:GetSecretValue",
              "secretsmanager:PutSecretValue",
              "secretsmanager:UpdateSecretVersionStage",
            ],
            Resource: secretArns,
          },
          {
            Sid: "UseKeyOfSecrets",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: kmsKeyArn,
            // The key encrypts secrets that are not rotated, too; Secrets Manager names the one that it opens:
            // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
            Condition: {
              StringEquals: {
                "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
                "kms:EncryptionContext:SecretARN": secretArns,
              },
            },
          },
        ],
      },
      { parent: this },
    );
    const admitted = rotate.admit(`${name}-permission`, "secretsmanager.amazonaws.com", account);

    for (const [secret, { secretArn, everyDays }] of Object.entries(secrets)) {
      new secretsmanager.SecretRotation(
        `${name}-${secret}`,
        {
          secretId: secretArn,
          rotationLambdaArn: rotate.functionArn,
          rotationRules: { automaticallyAfterDays: everyDays },
          // The value is new; and the update that makes a rotation should not also end everybody's session.
          rotateImmediately: false,
        },
        { parent: this, dependsOn: [admitted] },
      );
    }
    this.registerOutputs({});
  }
}
