import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";

/** What a service does with a queue. */
export const QueueAccess = {
  Consume: "consume",
  Send: "send",
  Both: "both",
} as const;
export type QueueAccess = (typeof QueueAccess)[keyof typeof QueueAccess];

const CONSUME = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:ReceiveMessage"];
const SEND = ["sqs:SendMessage"];
const FIND = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"];

export interface QueueGrantArgs {
  access: QueueAccess;
  queueArn: pulumi.Input<string>;
  kmsKeyArn: pulumi.Input<string>;
  region: string;
}

/** The statements of a role that takes from one queue, sends to it, or both. */
export function queueGrant({ access, queueArn, kmsKeyArn, region }: QueueGrantArgs): PolicyStatement[] {
  const consumes = access !== QueueAccess.Send;
  const sends = access !== QueueAccess.Consume;
  return [
    {
      Effect: "Allow",
      Action: [...FIND, ...(consumes ? CONSUME : []), ...(sends ? SEND : [])].sort(),
      Resource: queueArn,
    },
    {
      // Who sends decrypts as well, to use a data key again: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
      Effect: "Allow",
      Action: ["kms:Decrypt", ...(sends ? ["kms:GenerateDataKey"] : [])],
      Resource: kmsKeyArn,
      // The key encrypts other queues too, and more than queues; SQS names the queue (same page).
      Condition: {
        StringEquals: {
          "kms:ViaService": `sqs.${region}.amazonaws.com`,
          "kms:EncryptionContext:aws:sqs:arn": queueArn,
        },
      },
    },
  ];
}
