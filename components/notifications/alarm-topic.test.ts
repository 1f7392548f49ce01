import { declare, TEST_ACCOUNT } from "../testing/declared";
import { AlarmTopic } from ".";

const args = {
  account: TEST_ACCOUNT,
  kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/alarms",
  emails: ["ops@example.com", "lead@example.com"],
};

describe("AlarmTopic", () => {
  it("encrypts messages with the given key", async () => {
    const declared = await declare(() => {
      new AlarmTopic("alarms", args);
    });

    const topic = declared.one("aws:sns/topic:Topic");
    expect(topic.name).toBe("alarms");
    expect(topic.parentName).toBe("alarms");
    expect(topic.inputs).toEqual({ kmsMasterKeyId: args.kmsKeyArn, signatureVersion: 2 });
  });

  it("lets alarms and events of its own account publish, over TLS only", async () => {
    const declared = await declare(() => {
      new AlarmTopic("alarms", args);
    });

    const { arn } = declared.one("aws:sns/topic:Topic").outputs;
    const policy = declared.one("aws:sns/topicPolicy:TopicPolicy");
    expect(policy.inputs.arn).toBe(arn);
    expect(JSON.parse(policy.inputs.policy).Statement).toEqual([
      {
        Sid: "PublishersOfThisAccount",
        Effect: "Allow",
        Principal: { Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com"] },
        Action: "sns:Publish",
        Resource: arn,
        Condition: { StringEquals: { "aws:SourceAccount": TEST_ACCOUNT } },
      },
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Resource: arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it("lets those publish who tell of costs, for its own account only, where it is told to", async () => {
    const declared = await declare(() => {
      new AlarmTopic("alarms", { ...args, publishers: ["budgets.amazonaws.com", "costalerts.amazonaws.com"] });
    });

    const [publishers] = JSON.parse(declared.one("aws:sns/topicPolicy:TopicPolicy").inputs.policy).Statement;
    expect(publishers).toMatchObject({
      Principal: {
        Service: [
          "cloudwatch.amazonaws.com",
          "events.amazonaws.com",
          "budgets.amazonaws.com",
          "costalerts.amazonaws.com",
        ],
      },
      Condition: { StringEquals: { "aws:SourceAccount": TEST_ACCOUNT } },
    });
  });

  it("subscribes each address under its own name", async () => {
    const declared = await declare(() => {
      new AlarmTopic("alarms", args);
    });

    const { arn } = declared.one("aws:sns/topic:Topic").outputs;
    const subscriptions = declared.all("aws:sns/topicSubscription:TopicSubscription");
    expect(subscriptions.map(({ name, inputs }) => ({ name, inputs }))).toEqual([
      { name: "alarms-ops@example.com", inputs: { topic: arn, protocol: "email", endpoint: "ops@example.com" } },
      { name: "alarms-lead@example.com", inputs: { topic: arn, protocol: "email", endpoint: "lead@example.com" } },
    ]);
  });

  it("stands with its policy and subscriptions in the region it is told", async () => {
    const declared = await declare(() => {
      new AlarmTopic("alarms", { ...args, region: "eu-west-1" });
    });

    const topic = declared.one("aws:sns/topic:Topic");
    expect(topic.inputs.region).toBe("eu-west-1");
    expect(topic.outputs.arn).toContain(":sns:eu-west-1:");
    expect(declared.one("aws:sns/topicPolicy:TopicPolicy").inputs.region).toBe("eu-west-1");
    for (const subscription of declared.all("aws:sns/topicSubscription:TopicSubscription")) {
      expect(subscription.inputs.region).toBe("eu-west-1");
    }
  });

  it.each([
    [["ops"], 'alarms: emails must be addresses like ops@example.com, got "ops"'],
    [["ops@example.com", "ops@example.com"], "alarms: emails names ops@example.com twice"],
  ])("refuses %p", async (emails, message) => {
    await declare(() => {
      expect(() => new AlarmTopic("alarms", { ...args, emails })).toThrow(message);
    });
  });
});
