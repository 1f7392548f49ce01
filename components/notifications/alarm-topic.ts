import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument } from "../iam";

export interface AlarmTopicArgs {
  /** Account whose alarms and events may publish. */
  account: string;
  /**
   * ARN of the key that encrypts messages, in the topic's region; its policy must admit `cloudwatch.amazonaws.com` and
   * `events.amazonaws.com`, or alarms are dropped without a trace.
   */
  kmsKeyArn: pulumi.Input<string>;
  /** Addresses that receive every alarm; each has to confirm the subscription once, from its mailbox. */
  emails: string[];
  /** Whoever else of AWS may publish for this account; the key's policy must admit it too. Default: nobody. */
  publishers?: ("budgets.amazonaws.com" | "costalerts.amazonaws.com")[];
  /** Region of the topic. Default: the provider's. An alarm can only publish to a topic of its own region. */
  region?: string;
}

/**
 * The encrypted topic that alarms and events of this account publish to, and the people who read it.
 *
 * Creates the topic, its policy and one subscription per address. Costs $2 per 100,000 e-mails, the first thousand a
 * month are free (https://aws.amazon.com/sns/pricing/).
 *
 * Throws when an address is malformed or named twice.
 */
export class AlarmTopic extends pulumi.ComponentResource {
  /** Known once the topic admits its publishers. */
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: AlarmTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:AlarmTopic", name, {}, opts);
    const { region } = args;
    checkEmails(name, args.emails);

    const topic = new sns.Topic(
      name,
      // Version 2 signs messages with SHA-256 instead of SHA-1.
      { kmsMasterKeyId: args.kmsKeyArn, signatureVersion: 2, region },
      { parent: this },
    );
    const policy = new sns.TopicPolicy(
      `${name}-policy`,
      { arn: topic.arn, policy: policyDocument(...topicStatements(topic.arn, args)), region },
      { parent: this },
    );
    for (const email of args.emails) {
      // The address is the subscription's identity: by index, removing one person would resubscribe all after them.
      new sns.TopicSubscription(
        `${name}-${email}`,
        { topic: topic.arn, protocol: "email", endpoint: email, region },
        { parent: this },
      );
    }

    this.topicArn = policy.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

function topicStatements(
  topicArn: pulumi.Input<string>,
  { account, publishers = [] }: AlarmTopicArgs,
): PolicyStatement[] {
  return [
    {
      Sid: "PublishersOfThisAccount",
      Effect: "Allow",
      Principal: { Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com", ...publishers] },
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { StringEquals: { "aws:SourceAccount": account } },
    },
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}

function checkEmails(name: string, emails: string[]): void {
  for (const [index, email] of emails.entries()) {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      throw new Error(`${name}: emails must be addresses like ops@example.com, got "${email}"`);
    }
    if (emails.indexOf(email) !== index) throw new Error(`${name}: emails names ${email} twice; name it once`);
  }
}
