import * as sns from "@pulumi/aws/sns";
import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type PolicyStatement } from "../iam";
import { LambdaFunction } from "../lambda-function";

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
  log: { retentionDays: number; kmsKeyArn: pulumi.Input<string> };
}

/** From the project's folder, with `index.mjs`. */
const FOLDER = "components/pager-duty/function";

/** https://developer.pagerduty.com/docs/send-alert-event, https://support.pagerduty.com/main/docs/service-regions */
const EVENTS_URL = {
  us: "https://events.pagerduty.com/v2/enqueue",
  eu: "https://events.eu.pagerduty.com/v2/enqueue",
} as const;

/**
 * Opens an incident in PagerDuty when an alarm rings, and closes it when the alarm is over. The integration's key is in
 * Secrets Manager alone: PagerDuty's own subscription would have it in the address, and so in state and configuration.
 *
 * Creates the function, a queue for what it could not tell, and a subscription per topic that lets
 * through alarms only. Costs next to nothing: a run takes a second (https://aws.amazon.com/lambda/pricing/).
 */
export class PagerDuty extends pulumi.ComponentResource {
  readonly functionName: pulumi.Output<string>;
  readonly queueName: pulumi.Output<string>;

  constructor(name: string, args: PagerDutyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:PagerDuty", name, {}, opts);

    const undelivered = deadLetters(`${name}-undelivered`, args.functionName, this);
    const messenger = new LambdaFunction(
      name,
      {
        account: args.account,
        region: args.region,
        functionName: args.functionName,
        description: "Tells PagerDuty of alarms",
        folder: FOLDER,
        statements: messengerStatements(args, undelivered.arn),
        environment: { SECRET_ARN: args.secret.arn, EVENTS_URL: EVENTS_URL[args.serviceRegion] },
        deadLetterQueueArn: undelivered.arn,
        timeoutSeconds: 30,
        logRetentionDays: args.log.retentionDays,
        logKmsKeyArn: args.log.kmsKeyArn,
      },
      { parent: this },
    );
    for (const [topic, place] of Object.entries(args.topics)) passOn(`${name}-${topic}`, place, messenger, this);

    this.functionName = messenger.functionName;
    this.queueName = undelivered.name;
    this.registerOutputs({ functionName: this.functionName, queueName: this.queueName });
  }
}

/** The function reads one secret, and puts aside what it could not tell. */
function messengerStatements({ region, secret }: PagerDutyArgs, queueArn: pulumi.Input<string>): PolicyStatement[] {
  return [
    { Sid: "ReadKey", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secret.arn },
    {
      Sid: "DecryptKey",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: secret.kmsKeyArn,
      Condition: {
        StringEquals: {
          "kms:ViaService": `secretsmanager.${region}.amazonaws.com`,
          "kms:EncryptionContext:SecretARN": secret.arn,
        },
      },
    },
    { Sid: "PutAside", Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn },
  ];
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
  messenger: LambdaFunction,
  parent: pulumi.Resource,
): void {
  const permission = messenger.admit(`${name}-permission`, "sns.amazonaws.com", undefined, arn);
  new sns.TopicSubscription(
    name,
    {
      topic: arn,
      protocol: "lambda",
      endpoint: messenger.functionArn,
      filterPolicyScope: "MessageBody",
      filterPolicy: JSON.stringify({ AlarmArn: [{ exists: true }], NewStateValue: ["ALARM", "OK"] }),
      region,
    },
    { parent, dependsOn: [permission] },
  );
}
