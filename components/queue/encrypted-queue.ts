import * as sqs from "@pulumi/aws/sqs";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam";

export interface EncryptedQueueArgs {
  /** Physical name, which metrics and policies name; a FIFO queue's ends in `.fifo`. */
  queueName: string;
  kmsKeyArn: pulumi.Input<string>;
  /** Days that a message is kept when nobody takes it, 1 to 14. */
  retentionDays: number;
}

const DAY = 24 * 60 * 60;

/** A queue that is encrypted with a key of one's own and speaks TLS only. */
export function encryptedQueue(
  name: string,
  { queueName, kmsKeyArn, retentionDays }: EncryptedQueueArgs,
  settings: sqs.QueueArgs,
  parent: pulumi.Resource,
): sqs.Queue {
  const queue = new sqs.Queue(
    name,
    {
      ...settings,
      name: queueName,
      kmsMasterKeyId: kmsKeyArn,
      // One call of KMS serves for five minutes, so that a busy queue does not pay for each message.
      kmsDataKeyReusePeriodSeconds: 300,
      messageRetentionSeconds: retentionDays * DAY,
    },
    { parent },
  );
  new sqs.QueuePolicy(
    `${name}-policy`,
    {
      queueUrl: queue.url,
      policy: policyDocument({
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "sqs:*",
        Resource: queue.arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    },
    { parent },
  );
  return queue;
}
