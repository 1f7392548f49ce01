import { declare } from "../testing/declared";
import { SlackChannel, type SlackChannelArgs } from ".";

const CHANNEL = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";

const args: SlackChannelArgs = {
  region: "us-east-1",
  configurationName: "shop-prod",
  workspaceId: "T0123456789",
  channelId: "C0123456789",
  topicArns: ["arn:aws:sns:us-east-1:123456789012:alarms"],
};

const declareChannel = (more: Partial<SlackChannelArgs> = {}) =>
  declare(() => {
    new SlackChannel("slack", { ...args, ...more });
  });

describe("SlackChannel", () => {
  it("brings the topics into the channel, and lets nobody do more there than look at alarms and metrics", async () => {
    const declared = await declareChannel();

    const guardrail = declared.one("aws:iam/policy:Policy", "slack-guardrail");
    const role = declared.one("aws:iam/role:Role", "slack-role");
    const channel = declared.one(CHANNEL, "slack");
    expect(channel.parentName).toBe("slack");
    expect(channel.inputs).toEqual({
      configurationName: "shop-prod",
      slackTeamId: "T0123456789",
      slackChannelId: "C0123456789",
      iamRoleArn: role.outputs.arn,
      guardrailPolicyArns: [guardrail.outputs.arn],
      snsTopicArns: args.topicArns,
      loggingLevel: "NONE",
      userAuthorizationRequired: true,
      region: "us-east-2",
    });
    expect(declared.one("aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs).toEqual({
      role: role.outputs.name,
      policyArn: guardrail.outputs.arn,
    });
    const [statement, ...others] = JSON.parse(guardrail.inputs.policy).Statement;
    expect(others).toEqual([]);
    for (const action of statement.Action) expect(action).toMatch(/^cloudwatch:(Describe|Get|List)[A-Za-z]+$/);
  });

  it.each([
    ["eu-west-1", "eu-west-1"],
    ["eu-north-1", "us-east-2"],
    ["ap-south-1", "us-east-2"],
  ])("of a stack in %s is configured in %s, where the service has an endpoint", async (region, expected) => {
    expect((await declareChannel({ region })).one(CHANNEL).inputs.region).toBe(expected);
  });

  it.each([
    [
      { workspaceId: "my-workspace" },
      'slack: workspaceId must be a workspace of Slack, such as T0123456789, got "my-workspace"',
    ],
    [{ channelId: "#alarms" }, 'slack: channelId must be a channel of Slack, such as C0123456789, got "#alarms"'],
  ])("refuses %j", async (wrong, message) => {
    await declare(() => {
      expect(() => new SlackChannel("slack", { ...args, ...wrong })).toThrow(message);
    });
  });
});
