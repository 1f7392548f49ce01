import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { RedisLists, type RedisListsArgs, waitingEntries } from ".";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/data";
const SECRETS_KEY = "arn:aws:kms:us-east-1:123456789012:key/secrets";
const TOKEN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:pm-prod/cache-auth-token-AbCdEf";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const DEAD_LETTERS = "arn:aws:sqs:us-east-1:123456789012:pm-prod-schedules-dead-letters";
const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:pm-prod-redis-lists";

const args: RedisListsArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  namePrefix: "pm-prod",
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  cache: { host: "master.cache", port: 6379, auth: { secretArn: TOKEN, kmsKeyArn: SECRETS_KEY } },
  lists: ["mail", "celery"],
  group: { groupName: "pm-prod-schedules", deadLetterQueueArn: DEAD_LETTERS, kmsKeyArn: KEY },
  kmsKeyArn: KEY,
  log: { groupName: "/pm-prod/redis-lists", retentionDays: 30, kmsKeyArn: KEY },
  alarms: { topicArn: TOPIC, runbookUrl: "https://example.com/runbook" },
};

const declareLists = (changes: Partial<RedisListsArgs> = {}) =>
  declare(() => {
    new RedisLists("redis-lists", { ...args, ...changes });
  });

type Declared = Awaited<ReturnType<typeof declare>>;
const measure = (declared: Declared) => declared.one("aws:lambda/function:Function");
const statements = (declared: Declared, name: string) =>
  JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy", name).inputs.policy).Statement;

describe("RedisLists", () => {
  it("runs the function that is tested, in private subnets, one at a time", async () => {
    const declared = await declareLists();

    const { inputs, parentName } = measure(declared);
    expect(parentName).toBe("redis-lists");
    expect(inputs).toMatchObject({
      name: "pm-prod-redis-lists",
      runtime: "nodejs24.x",
      handler: "index.handler",
      reservedConcurrentExecutions: 1,
      kmsKeyArn: KEY,
      role: declared.one("aws:iam/role:Role", "redis-lists-function").outputs.arn,
      vpcConfig: {
        subnetIds: ["subnet-1", "subnet-2"],
        securityGroupIds: [declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id],
      },
      deadLetterConfig: { targetArn: DEAD_LETTERS },
      loggingConfig: { logFormat: "Text", logGroup: "/pm-prod/redis-lists" },
    });
    const code = JSON.stringify(inputs.code);
    for (const file of ["index.mjs", "list-lengths.mjs", "metric-line.mjs"]) {
      expect(code).toContain(JSON.stringify(readFileSync(join(__dirname, "function", file), "utf8")).slice(1, -1));
    }
  });

  it("learns where the token is, never the token, and writes metrics that workers find", async () => {
    const { variables } = measure(await declareLists()).inputs.environment;

    expect(variables).toEqual({
      REDIS_HOST: "master.cache",
      REDIS_PORT: "6379",
      AUTH_SECRET_ARN: TOKEN,
      LISTS: '["celery","mail"]',
      NAMESPACE: "pm-prod/redis-lists",
    });
    expect(waitingEntries("pm-prod", "celery")).toEqual({
      namespace: variables.NAMESPACE,
      name: "ListLength",
      dimensions: { List: "celery" },
      statistic: "Maximum",
    });
  });

  it("is called each minute, and a call that fails is not repeated", async () => {
    const declared = await declareLists();

    const schedule = declared.one("aws:scheduler/schedule:Schedule").inputs;
    expect(schedule).toMatchObject({
      scheduleExpression: "rate(1 minute)",
      target: {
        arn: FUNCTION,
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        deadLetterConfig: { arn: DEAD_LETTERS },
      },
    });
    expect(declared.one("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").inputs).toEqual({
      functionName: FUNCTION,
      maximumRetryAttempts: 0,
      maximumEventAgeInSeconds: 60,
    });
    expect(statements(declared, "redis-lists-call-policy")[0]).toEqual({
      Sid: "Measure",
      Effect: "Allow",
      Action: "lambda:InvokeFunction",
      Resource: FUNCTION,
    });
  });

  it("may read one secret and write one log; the network is Lambda's to arrange, not the code's", async () => {
    const declared = await declareLists();

    const [token, key, variables, log, network, notByCode, ...deadLetters] = statements(
      declared,
      "redis-lists-function-policy",
    );
    expect(token).toMatchObject({ Action: "secretsmanager:GetSecretValue", Resource: TOKEN });
    expect(key).toMatchObject({
      Resource: SECRETS_KEY,
      Condition: {
        StringEquals: {
          "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
          "kms:EncryptionContext:SecretARN": TOKEN,
        },
      },
    });
    expect(variables).toMatchObject({
      Resource: KEY,
      Condition: {
        StringEquals: {
          "kms:ViaService": "lambda.us-east-1.amazonaws.com",
          "kms:EncryptionContext:aws:lambda:FunctionArn": expect.stringMatching(/:function:pm-prod-redis-lists$/),
        },
      },
    });
    expect(log.Resource).toBe("arn:aws:logs:us-east-1:123456789012:log-group:/pm-prod/redis-lists:*");
    expect(notByCode).toMatchObject({
      Effect: "Deny",
      Action: network.Action,
      Condition: { ArnEquals: { "lambda:SourceFunctionArn": FUNCTION } },
    });
    expect(deadLetters.map(({ Resource }: { Resource: string }) => Resource)).toEqual([DEAD_LETTERS, KEY]);
    expect(measure(declared).dependencies).toContain(
      declared.one("aws:iam/rolePolicy:RolePolicy", "redis-lists-function-policy").urn,
    );
  });

  it("tells when it fails, and when it does not run", async () => {
    const alarms = (await declareLists()).all("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ inputs }) => inputs);

    const dimensions = { FunctionName: "pm-prod-redis-lists" };
    expect(alarms).toMatchObject([
      { metricName: "Errors", dimensions, threshold: 0, datapointsToAlarm: 3, alarmActions: [TOPIC] },
      {
        metricName: "Invocations",
        dimensions,
        threshold: 1,
        treatMissingData: "missing",
        insufficientDataActions: [TOPIC],
      },
    ]);
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    for (const { alarmDescription } of alarms) expect(runbook).toContain(`### ${alarmDescription.split("#").at(-1)}\n`);
  });

  it.each([[[]], [["celery", "celery"]]])("refuses the lists %j", async (lists) => {
    const declared = await declare(() => {
      expect(() => new RedisLists("redis-lists", { ...args, lists })).toThrow("lists must name at least one list");
    });
    expect(declared.recording.resources.filter(({ custom }) => custom)).toEqual([]);
  });
});
