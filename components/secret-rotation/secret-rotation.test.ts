import { declare } from "../testing/declared";
import { SecretRotation } from ".";

const arn = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-prod/${name}-abcdef`;
const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/secrets";

const declareRotation = () =>
  declare(() => {
    new SecretRotation("secret-rotation", {
      account: "123456789012",
      region: "us-east-1",
      functionName: "shop-prod-rotate-secrets",
      logRetentionDays: 30,
      logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
      kmsKeyArn,
      secrets: {
        "secret-key": { secretArn: arn("secret-key"), everyDays: 90 },
        "jwt-secret": { secretArn: arn("jwt-secret"), everyDays: 30 },
      },
    });
  });

describe("SecretRotation", () => {
  it("rotates each secret after its own days, and none at once", async () => {
    const declared = await declareRotation();
    const rotations = declared.all("aws:secretsmanager/secretRotation:SecretRotation");
    expect(rotations.map(({ name, inputs }) => [name, inputs])).toEqual([
      [
        "secret-rotation-secret-key",
        {
          secretId: arn("secret-key"),
          rotationLambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:shop-prod-rotate-secrets",
          rotationRules: { automaticallyAfterDays: 90 },
          rotateImmediately: false,
        },
      ],
      [
        "secret-rotation-jwt-secret",
        expect.objectContaining({ secretId: arn("jwt-secret"), rotationRules: { automaticallyAfterDays: 30 } }),
      ],
    ]);
    const permission = declared.one("aws:lambda/permission:Permission");
    expect(permission.inputs).toMatchObject({
      principal: "secretsmanager.amazonaws.com",
      sourceAccount: "123456789012",
    });
    rotations.forEach(({ dependencies }) => expect(dependencies).toContain(permission.urn));
  });

  it("may change these secrets and use their key, through Secrets Manager only", async () => {
    const policy = (await declareRotation()).one("aws:iam/rolePolicy:RolePolicy").inputs.policy;
    expect(JSON.parse(policy).Statement.slice(1)).toEqual([
      {
        Sid: "RotateSecrets",
        Effect: "Allow",
        Action: [
          "secretsmanager:DescribeSecret",
          "secretsmanager:GetSecretValue",
          "secretsmanager:PutSecretValue",
          "secretsmanager:UpdateSecretVersionStage",
        ],
        Resource: [arn("secret-key"), arn("jwt-secret")],
      },
      {
        Sid: "UseKeyOfSecrets",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: kmsKeyArn,
        Condition: {
          StringEquals: {
            "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
            "kms:EncryptionContext:SecretARN": [arn("secret-key"), arn("jwt-secret")],
          },
        },
      },
    ]);
  });
});
