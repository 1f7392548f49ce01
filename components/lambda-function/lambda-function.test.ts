import { existsSync } from "node:fs";
import { join } from "node:path";
import { declare } from "../testing/declared";
import { LambdaFunction, type LambdaFunctionArgs } from ".";

const args: LambdaFunctionArgs = {
  account: "123456789012",
  region: "us-east-1",
  functionName: "shop-prod-rotate-secrets",
  description: "Makes new values of secrets",
  folder: "components/secret-rotation/function",
  statements: [{ Sid: "Look", Effect: "Allow", Action: "ecs:DescribeServices", Resource: "arn:aws:ecs:::service/a" }],
  timeoutSeconds: 30,
  logRetentionDays: 30,
  logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
};

describe("LambdaFunction", () => {
  it("runs the folder's handler on arm64 in its own name, after its log and its rights are there", async () => {
    const declared = await declare(() => {
      new LambdaFunction("rotate", args);
    });
    const made = declared.one("aws:lambda/function:Function", "rotate");
    expect(made.parentName).toBe("rotate");
    expect(made.inputs).toMatchObject({
      name: "shop-prod-rotate-secrets",
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      timeout: 30,
      memorySize: 128,
      code: { path: "components/secret-rotation/function" },
    });
    expect(made.dependencies).toEqual(
      expect.arrayContaining([
        declared.one("aws:cloudwatch/logGroup:LogGroup").urn,
        declared.one("aws:iam/rolePolicy:RolePolicy").urn,
      ]),
    );
  });

  it.each([
    "components/pager-duty/function",
    "components/secret-rotation/function",
    "components/secret-watch/function",
  ])("finds a handler in %s from the project's folder", (folder) => {
    expect(existsSync(join(__dirname, "../..", folder, "index.mjs"))).toBe(true);
  });

  it("has variables and a place for what failed only where it is told so", async () => {
    const deadLetterQueueArn = "arn:aws:sqs:us-east-1:123456789012:undelivered";
    const declared = await declare(() => {
      new LambdaFunction("plain", args);
      new LambdaFunction("told", { ...args, environment: { MODE: "live" }, deadLetterQueueArn });
    });
    const inputs = (name: string) => declared.one("aws:lambda/function:Function", name).inputs;
    expect(inputs("told")).toMatchObject({
      environment: { variables: { MODE: "live" } },
      deadLetterConfig: { targetArn: deadLetterQueueArn },
    });
    expect(inputs("plain")).not.toHaveProperty("environment");
    expect(inputs("plain")).not.toHaveProperty("deadLetterConfig");
  });

  it("may write to its own log and do what it is told, and nothing else", async () => {
    const declared = await declare(() => {
      new LambdaFunction("rotate", args);
    });
    expect(declared.one("aws:cloudwatch/logGroup:LogGroup").inputs).toEqual({
      name: "/aws/lambda/shop-prod-rotate-secrets",
      retentionInDays: 30,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/logs",
    });
    expect(JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy").inputs.policy).Statement).toEqual([
      {
        Sid: "WriteLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/shop-prod-rotate-secrets:*",
      },
      ...args.statements,
    ]);
    expect(JSON.parse(declared.one("aws:iam/role:Role").inputs.assumeRolePolicy).Statement).toEqual([
      { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
  });

  it("is called by whom it admits, for this account only", async () => {
    const declared = await declare(() => {
      new LambdaFunction("rotate", args).admit("rotate-permission", "events.amazonaws.com", "123456789012", "arn:rule");
    });
    expect(declared.one("aws:lambda/permission:Permission", "rotate-permission").inputs).toEqual({
      function: "shop-prod-rotate-secrets",
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      sourceAccount: "123456789012",
      sourceArn: "arn:rule",
    });
  });
});
