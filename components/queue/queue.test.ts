import { declare } from "../testing/declared";
import { Queue, type QueueAccess, type QueueArgs, queueGrant } from ".";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/data";
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:pm-prod-jobs";
const args: QueueArgs = { namePrefix: "pm-prod", kmsKeyArn: KEY };

const queue = (changes: Partial<QueueArgs> = {}) =>
  declare(() => {
    new Queue("jobs", { ...args, ...changes });
  });

type Declared = Awaited<ReturnType<typeof declare>>;
const one = (declared: Declared, name: string) => declared.one("aws:sqs/queue:Queue", name);

describe("Queue", () => {
  it("is encrypted with the key it is given, read by long polling, and gives up after some tries", async () => {
    const declared = await queue();

    expect(one(declared, "jobs").parentName).toBe("jobs");
    const { redrivePolicy, ...inputs } = one(declared, "jobs").inputs;
    expect(inputs).toEqual({
      name: "pm-prod-jobs",
      kmsMasterKeyId: KEY,
      kmsDataKeyReusePeriodSeconds: 300,
      messageRetentionSeconds: 4 * 86_400,
      visibilityTimeoutSeconds: 300,
      receiveWaitTimeSeconds: 20,
    });
    expect(JSON.parse(redrivePolicy)).toEqual({
      deadLetterTargetArn: one(declared, "jobs-dead-letters").outputs.arn,
      maxReceiveCount: 5,
    });
  });

  it("keeps dead letters longer than any message, encrypted, and of this queue only", async () => {
    const declared = await queue({ retentionDays: 13, maxReceives: 3, visibilityTimeoutSeconds: 900 });

    expect(one(declared, "jobs").inputs).toMatchObject({
      messageRetentionSeconds: 13 * 86_400,
      visibilityTimeoutSeconds: 900,
    });
    expect(one(declared, "jobs-dead-letters").inputs).toMatchObject({
      name: "pm-prod-jobs-dead-letters",
      kmsMasterKeyId: KEY,
      messageRetentionSeconds: 14 * 86_400,
    });
    const allowed = declared.one("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy").inputs;
    expect(allowed.queueUrl).toBe(one(declared, "jobs-dead-letters").outputs.url);
    expect(JSON.parse(allowed.redriveAllowPolicy)).toEqual({ redrivePermission: "byQueue", sourceQueueArns: [QUEUE] });
  });

  it.each(["jobs", "jobs-dead-letters"])("refuses plain HTTP for %s", async (name) => {
    const declared = await queue();

    const policy = declared.one("aws:sqs/queuePolicy:QueuePolicy", `${name}-policy`).inputs;
    expect(policy.queueUrl).toBe(one(declared, name).outputs.url);
    expect(JSON.parse(policy.policy).Statement).toEqual([
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: one(declared, name).outputs.arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it("keeps the order of both queues where it is FIFO", async () => {
    const declared = await queue({ fifo: true });

    expect(one(declared, "jobs").inputs).toMatchObject({
      name: "pm-prod-jobs.fifo",
      fifoQueue: true,
      contentBasedDeduplication: true,
    });
    expect(one(declared, "jobs-dead-letters").inputs).toMatchObject({
      name: "pm-prod-jobs-dead-letters.fifo",
      fifoQueue: true,
    });
  });

  it.each<[Partial<QueueArgs>, string]>([
    [{ visibilityTimeoutSeconds: 43_201 }, "visibilityTimeoutSeconds must be a whole number from 0 to 43200"],
    [{ retentionDays: 14 }, "retentionDays must be a whole number from 1 to 13, got 14"],
    [{ maxReceives: 0 }, "maxReceives must be a whole number from 1 to 1000, got 0"],
  ])("refuses %j before it creates anything", async (changes, message) => {
    const declared = await declare(() => {
      expect(() => new Queue("jobs", { ...args, ...changes })).toThrow(message);
    });
    expect(declared.recording.resources.filter(({ custom }) => custom)).toEqual([]);
  });
});

describe("queueGrant", () => {
  const grant = (access: QueueAccess) => queueGrant({ access, queueArn: QUEUE, kmsKeyArn: KEY, region: "us-east-1" });
  const find = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"];

  it.each<[QueueAccess, string[], string[]]>([
    ["consume", ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", ...find, "sqs:ReceiveMessage"], ["kms:Decrypt"]],
    ["send", [...find, "sqs:SendMessage"], ["kms:Decrypt", "kms:GenerateDataKey"]],
    [
      "both",
      ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", ...find, "sqs:ReceiveMessage", "sqs:SendMessage"],
      ["kms:Decrypt", "kms:GenerateDataKey"],
    ],
  ])("lets who may %s do that with this queue, and use the key through SQS only", (access, actions, keyActions) => {
    expect(grant(access)).toEqual([
      { Effect: "Allow", Action: actions, Resource: QUEUE },
      {
        Effect: "Allow",
        Action: keyActions,
        Resource: KEY,
        Condition: {
          StringEquals: {
            "kms:ViaService": "sqs.us-east-1.amazonaws.com",
            "kms:EncryptionContext:aws:sqs:arn": QUEUE,
          },
        },
      },
    ]);
  });
});
