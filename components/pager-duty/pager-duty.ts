import * as lambda from "@pulumi/aws/lambda";
import * as sns from "@pulumi/aws/sns";
import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";
import { LogGroup } from "../log-group";
import { sourceFile } from "../source-file";
import { pagerDutyRole } from "./pager-duty-role";

export interface PagerDutyArgs {
  account: string;
  region: string;
  /** Physical name of the function and of its queue, unique in account and region. */
  functionName: string;
  /** PagerDuty's service region, where the account lives. */
  serviceRegion: "us" | "eu";
  /** Topics whose alarms are passed on, by a name of theirs; each may be in a region of its own. */
  topics: { [name: string]: { arn: pulumi.Input<string>; region?: string } };
  /** The secret that a person fills with the integration's key, and the key that encrypts it. */
  secret: { arn: pulumi.Input<string>; kmsKeyArn: pulumi.Input<string> };
  log: { groupName: string; retentionDays: number; kmsKeyArn: pulumi.Input<string> };
}

/** https://developer.pagerduty.com/docs/send-alert-event, https://support.pagerduty.com/main/docs/service-regions */
const EVENTS_URL = {
  us: "https://events.pagerduty.com/v2/enqueue",
  eu: "https://events.eu.pagerduty.com/v2/enqueue",
} as const;

/**
 * Opens an incident in PagerDuty when an alarm rings, and closes it when the alarm is over. The integration's key is in
 * Secrets Manager alone: PagerDuty's own subscription would have it in the address, and so in state and configuration.
 *
 * Creates a function with role and log group, a queue for what it could not tell, and a subscription per topic that lets
 * through alarms only. Costs next to nothing: a run takes a second (https://aws.amazon.com/lambda/pricing/).
 */
export class PagerDuty extends pulumi.ComponentResource {
  readonly functionName: pulumi.Output<string>;
  readonly queueName: pulumi.Output<string>;

  constructor(name: string, args: PagerDutyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:PagerDuty", name, {}, opts);

    const { groupName: logGroupName, retentionDays, kmsKeyArn } = args.log;
    const log = new LogGroup(name, { logGroupName, retentionDays, kmsKeyArn }, { parent: this });
    const undelivered = deadLetters(`${name}-undelivered`, args.functionName, this);
    const { role, policy } = pagerDutyRole(
      `${name}-role`,
      {
        ...args,
        logGroupName,
        secretArn: args.secret.arn,
        secretKmsKeyArn: args.secret.kmsKeyArn,
        queueArn: undelivered.arn,
      },
      this,
    );
    const messenger = new lambda.Function(
      name,
      {
        name: args.functionName,
        description: "Tells PagerDuty of alarms",
        runtime: lambda.Runtime.NodeJS24dX,
        architectures: ["arm64"],
        handler: "index.handler",
        code: new pulumi.asset.AssetArchive({ "index.js": sourceFile("pager-duty", "function/index.js") }),
        role: role.arn,
        memorySize: 128,
        timeout: 30,
        environment: { variables: { SECRET_ARN: args.secret.arn, EVENTS_URL: EVENTS_URL[args.serviceRegion] } },
        deadLetterConfig: { targetArn: undelivered.arn },
        loggingConfig: { logFormat: "JSON", logGroup: log.logGroupName },
      },
      { parent: this, dependsOn: [policy] },
    );
    for (const [topic, place] of Object.entries(args.topics)) passOn(`${name}-${topic}`, place, messenger, this);

    this.functionName = messenger.name;
    this.queueName = undelivered.name;
    this.registerOutputs({ functionName: this.functionName, queueName: this.queueName });
  }
}

/** Messages are kept for two weeks, the most that SQS allows, encrypted with SQS's own key. */
function deadLetters(name: string, functionName: string, parent: pulumi.Resource): sqs.Queue {
  const queue = new sqs.Queue(
    name,
    { name: `${functionName}-undelivered`, messageRetentionSeconds: 1_209_600, sqsManagedSseEnabled: true },
    { parent },
  );
  const tlsOnly = policyDocument({
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "sqs:*",
    Resource: queue.arn,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  });
  new sqs.QueuePolicy(`${name}-policy`, { queueUrl: queue.url, policy: tlsOnly }, { parent });
  return queue;
}

/** Subscribes the function to the alarms of a topic: whatever else is told there wakes nobody up. */
function passOn(
  name: string,
  { arn, region }: PagerDutyArgs["topics"][string],
  messenger: lambda.Function,
  parent: pulumi.Resource,
): void {
  const permission = new lambda.Permission(
    `${name}-permission`,
    { function: messenger.name, action: "lambda:InvokeFunction", principal: "sns.amazonaws.com", sourceArn: arn },
    { parent },
  );
  new sns.TopicSubscription(
    name,
    {
      topic: arn,
      protocol: "lambda",
      endpoint: messenger.arn,
      filterPolicyScope: "MessageBody",
      filterPolicy: JSON.stringify({ AlarmArn: [{ exists: true }], NewStateValue: ["ALARM", "OK"] }),
      region,
    },
    { parent, dependsOn: [permission] },
  );
}
