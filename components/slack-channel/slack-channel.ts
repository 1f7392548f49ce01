import * as chatbot from "@pulumi/aws/chatbot";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";

export interface SlackChannelArgs {
  /** Region of the program's provider. */
  region: string;
  /** Physical name, unique in the account: letters, digits, hyphens and underscores. */
  configurationName: string;
  /** Id of the workspace, `T…`; a person has to authorise it once in AWS's console. */
  workspaceId: string;
  /** Id of the channel, `C…`, or `G…` for a private one, which has to invite `@Amazon Q`. */
  channelId: string;
  /** Topics whose messages go to the channel; they may be of several regions. */
  topicArns: pulumi.Input<string>[];
}

/** The only regions where the service has an endpoint: https://docs.aws.amazon.com/general/latest/gr/chatbot.html */
const ENDPOINTS = ["us-east-2", "us-west-2", "eu-west-1", "ap-southeast-1"];

/**
 * Brings the messages of topics into a channel of Slack, alarms with their graphs, by Amazon Q Developer in chat
 * applications (once AWS Chatbot). What can be done from the channel is looking at metrics and alarms, whoever is in it:
 * without a guardrail the service would grant `AdministratorAccess`.
 *
 * Creates the channel's configuration, one role, and one policy that is both the role's right and the guardrail. Costs
 * nothing (https://aws.amazon.com/chatbot/pricing/).
 *
 * Throws when an id is none of Slack's.
 */
export class SlackChannel extends pulumi.ComponentResource {
  constructor(name: string, args: SlackChannelArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:SlackChannel", name, {}, opts);
    check(name, args);

    const role = new iam.Role(
      `${name}-role`,
      {
        description: "Slack channel: looks at metrics and alarms",
        assumeRolePolicy: policyDocument({
          Effect: "Allow",
          Principal: { Service: "chatbot.amazonaws.com" },
          Action: "sts:AssumeRole",
        }),
      },
      { parent: this },
    );
    const look = new iam.Policy(
      `${name}-guardrail`,
      { description: "All that can be done from Slack: look at metrics and alarms", policy: guardrail() },
      { parent: this },
    );
    const attachment = new iam.RolePolicyAttachment(
      `${name}-role-policy`,
      { role: role.name, policyArn: look.arn },
      { parent: this },
    );
    new chatbot.SlackChannelConfiguration(
      name,
      {
        configurationName: args.configurationName,
        slackTeamId: args.workspaceId,
        slackChannelId: args.channelId,
        iamRoleArn: role.arn,
        guardrailPolicyArns: [look.arn],
        snsTopicArns: args.topicArns,
        // The service would write to a log group of its own making, which nobody keeps for a set time.
        loggingLevel: "NONE",
        userAuthorizationRequired: true,
        region: endpointFor(args.region),
      },
      { parent: this, dependsOn: [attachment] },
    );
    this.registerOutputs({});
  }
}

/** What the service needs to draw the graph of an alarm; CloudWatch offers no narrower resource for metrics. */
function guardrail(): pulumi.Output<string> {
  return policyDocument({
    Sid: "Look",
    Effect: "Allow",
    Action: [
      "cloudwatch:DescribeAlarms",
      "cloudwatch:GetMetricData",
      "cloudwatch:GetMetricStatistics",
      "cloudwatch:GetMetricWidgetImage",
      "cloudwatch:ListMetrics",
    ],
    Resource: "*",
  });
}

/** Topics may be anywhere; where the service has no endpoint in the stack's region, its first one serves. */
const endpointFor = (region: string): string => (ENDPOINTS.includes(region) ? region : "us-east-2");

function check(name: string, { workspaceId, channelId }: SlackChannelArgs): void {
  if (!/^T[A-Z0-9]{7,20}$/.test(workspaceId)) {
    throw new Error(`${name}: workspaceId must be a workspace of Slack, such as T0123456789, got "${workspaceId}"`);
  }
  if (!/^[CG][A-Z0-9]{7,20}$/.test(channelId)) {
    throw new Error(`${name}: channelId must be a channel of Slack, such as C0123456789, got "${channelId}"`);
  }
}
