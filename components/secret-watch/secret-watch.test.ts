import { declare } from "../testing/declared";
import { SecretWatch, type SecretWatchArgs } from ".";

const secret = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-prod/${name}-abcdef`;
const service = (name: string) => `arn:aws:ecs:us-east-1:123456789012:service/main/${name}`;

const args: SecretWatchArgs = {
  account: "123456789012",
  region: "us-east-1",
  functionName: "shop-prod-watch-secrets",
  logRetentionDays: 30,
  logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
  cluster: { name: "main" },
  services: {
    api: { serviceArn: service("api"), secretArns: [secret("key"), secret("database")] },
    admin: { serviceArn: service("admin"), secretArns: [secret("database")] },
  },
  ages: { SECRET_KEY: { secretArn: secret("key"), days: 92 } },
  metricNamespace: "shop-prod/secrets",
};

describe("SecretWatch", () => {
  it("looks every five minutes at who holds what, and how old it may become", async () => {
    const declared = await declare(() => {
      new SecretWatch("secret-watch", args);
    });
    const rule = declared.one("aws:cloudwatch/eventRule:EventRule", "secret-watch");
    expect(rule.inputs.scheduleExpression).toBe("rate(5 minutes)");
    const target = declared.one("aws:cloudwatch/eventTarget:EventTarget", "secret-watch");
    expect(target.inputs).toMatchObject({
      rule: rule.outputs.name,
      arn: "arn:aws:lambda:us-east-1:123456789012:function:shop-prod-watch-secrets",
    });
    expect(JSON.parse(target.inputs.input)).toEqual({
      cluster: "main",
      services: [
        { service: service("api"), secrets: [secret("key"), secret("database")] },
        { service: service("admin"), secrets: [secret("database")] },
      ],
      ages: [{ name: "SECRET_KEY", secret: secret("key"), days: 92 }],
      namespace: "shop-prod/secrets",
    });
    expect(declared.one("aws:lambda/permission:Permission").inputs).toMatchObject({
      principal: "events.amazonaws.com",
      sourceArn: rule.outputs.arn,
    });
  });

  it("may see when these secrets changed but not what they are, and start these services", async () => {
    const declared = await declare(() => {
      new SecretWatch("secret-watch", args);
    });
    expect(JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy").inputs.policy).Statement.slice(1)).toEqual([
      {
        Sid: "SeeWhenSecretsChanged",
        Effect: "Allow",
        Action: "secretsmanager:ListSecretVersionIds",
        Resource: [secret("key"), secret("database")],
      },
      {
        Sid: "RestartServices",
        Effect: "Allow",
        Action: ["ecs:DescribeServices", "ecs:UpdateService"],
        Resource: [service("api"), service("admin")],
      },
    ]);
  });
});
