import * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../iam";
import { encryptedQueue } from "./encrypted-queue";

export interface DeadLetterQueueArgs {
  /** Physical name, unique in account and region. */
  queueName: string;
  kmsKeyArn: pulumi.Input<string>;
}

/**
 * Where AWS services put the calls that failed for good, so that somebody can look at them: kept for 14 days, the longest
 * that SQS offers.
 *
 * Creates the queue and its policy. Costs nothing while nothing fails (https://aws.amazon.com/sqs/pricing/).
 */
export class DeadLetterQueue extends pulumi.ComponentResource {
  readonly queueArn: pulumi.Output<string>;
  readonly queueName: pulumi.Output<string>;

  constructor(name: string, args: DeadLetterQueueArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:DeadLetterQueue", name, {}, opts);

    const queue = encryptedQueue(name, { ...args, retentionDays: 14 }, {}, this);

    this.queueArn = queue.arn;
    this.queueName = queue.name;
    this.registerOutputs({ queueArn: this.queueArn, queueName: this.queueName });
  }
}

/** What a role needs that puts failed calls there. */
export function deadLetterGrant(queueArn: pulumi.Input<string>, kmsKeyArn: pulumi.Input<string>): PolicyStatement[] {
  return [
    { Sid: "KeepFailedCalls", Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn },
    {
      Sid: "EncryptFailedCalls",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: kmsKeyArn,
      // The key encrypts more than this queue, which SQS names:
      // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
      Condition: {
        StringLike: { "kms:ViaService": "sqs.*.amazonaws.com" },
        StringEquals: { "kms:EncryptionContext:aws:sqs:arn": queueArn },
      },
    },
  ];
}
