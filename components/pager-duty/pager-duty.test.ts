import { existsSync } from "node:fs";
import { join } from "node:path";
import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { PagerDuty, type PagerDutyArgs } from ".";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-prod/pagerduty-integration-key-a1b2c3";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/secrets";

const args: PagerDutyArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  functionName: "shop-prod-pager-duty",
  serviceRegion: "us",
  topics: { alarms: { arn: TOPIC } },
  secret: { arn: SECRET, kmsKeyArn: KEY },
  log: {
    retentionDays: 30,
    kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
  },
};

const declarePagerDuty = (more: Partial<PagerDutyArgs> = {}) =>
  declare(() => {
    new PagerDuty("pager-duty", { ...args, ...more });
  });

describe("PagerDuty", () => {
  it("runs its own source with the secret's name, never with the key", async () => {
    const declared = await declarePagerDuty();

    const messenger = declared.one("aws:lambda/function:Function", "pager-duty");
    expect(declared.one("platform:index:LambdaFunction", "pager-duty").parentName).toBe("pager-duty");
    expect(messenger.inputs).toMatchObject({
      name: "shop-prod-pager-duty",
      environment: { variables: { SECRET_ARN: SECRET, EVENTS_URL: "https://events.pagerduty.com/v2/enqueue" } },
      deadLetterConfig: { targetArn: declared.one("aws:sqs/queue:Queue").outputs.arn },
      timeout: 30,
      code: { path: "components/pager-duty/function" },
    });
    expect(existsSync(join(__dirname, "../..", messenger.inputs.code.path, "index.mjs"))).toBe(true);
  });

  it("tells PagerDuty's European region where the account lives there", async () => {
    const declared = await declarePagerDuty({ serviceRegion: "eu" });

    expect(declared.one("aws:lambda/function:Function").inputs.environment.variables.EVENTS_URL).toBe(
      "https://events.eu.pagerduty.com/v2/enqueue",
    );
  });

  it("may read that secret, write that log and put messages aside, and nothing else", async () => {
    const declared = await declarePagerDuty();

    const policy = declared.one("aws:iam/rolePolicy:RolePolicy", "pager-duty-policy");
    expect(JSON.parse(policy.inputs.policy).Statement).toEqual([
      {
        Sid: "WriteLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/shop-prod-pager-duty:*",
      },
      { Sid: "ReadKey", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: SECRET },
      {
        Sid: "DecryptKey",
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: KEY,
        Condition: {
          StringEquals: {
            "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
            "kms:EncryptionContext:SecretARN": SECRET,
          },
        },
      },
      {
        Sid: "PutAside",
        Effect: "Allow",
        Action: "sqs:SendMessage",
        Resource: declared.one("aws:sqs/queue:Queue").outputs.arn,
      },
    ]);
  });

  it("takes alarms and their end from each topic, in the topic's region, and nothing else that is told there", async () => {
    const edge = "arn:aws:sns:us-east-1:123456789012:edge-alarms";
    const declared = await declarePagerDuty({
      topics: { alarms: { arn: TOPIC }, edge: { arn: edge, region: "us-west-2" } },
    });

    const subscription = declared.one("aws:sns/topicSubscription:TopicSubscription", "pager-duty-alarms");
    expect({ ...subscription.inputs, filterPolicy: JSON.parse(subscription.inputs.filterPolicy) }).toEqual({
      topic: TOPIC,
      protocol: "lambda",
      endpoint: declared.one("aws:lambda/function:Function").outputs.arn,
      filterPolicyScope: "MessageBody",
      filterPolicy: { AlarmArn: [{ exists: true }], NewStateValue: ["ALARM", "OK"] },
    });
    expect(declared.one("aws:lambda/permission:Permission", "pager-duty-alarms-permission").inputs).toEqual({
      function: "shop-prod-pager-duty",
      action: "lambda:InvokeFunction",
      principal: "sns.amazonaws.com",
      sourceArn: TOPIC,
    });
    expect(declared.one("aws:sns/topicSubscription:TopicSubscription", "pager-duty-edge").inputs).toMatchObject({
      topic: edge,
      region: "us-west-2",
    });
  });

  it("keeps what PagerDuty did not take for two weeks, encrypted and over TLS only", async () => {
    const declared = await declarePagerDuty();

    const queue = declared.one("aws:sqs/queue:Queue", "pager-duty-undelivered");
    expect(queue.inputs).toEqual({
      name: "shop-prod-pager-duty-undelivered",
      messageRetentionSeconds: 1_209_600,
      sqsManagedSseEnabled: true,
    });
    expect(JSON.parse(declared.one("aws:sqs/queuePolicy:QueuePolicy").inputs.policy).Statement).toEqual([
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: queue.outputs.arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });
});
