import * as sqs from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { rangeProblem } from "../task";
import { encryptedQueue } from "./encrypted-queue";

export interface QueueArgs {
  /** What the names of the queue and of its dead letters begin with, before the queue's own name. */
  namePrefix: string;
  kmsKeyArn: pulumi.Input<string>;
  /** Seconds that a message which somebody took is hidden from others: longer than a job takes. 0 to 43200. Default 300. */
  visibilityTimeoutSeconds?: number;
  /** Days that a message waits before it is lost, 1 to 13. Default 4. */
  retentionDays?: number;
  /** How often a message is taken before it counts as dead, 1 to 1000. Default 5. */
  maxReceives?: number;
  /** Whether messages of one group keep their order and come once. Default false. */
  fifo?: boolean;
}

/** Dead letters outlast every message: they keep the age that it had (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html). */
const DEAD_LETTER_DAYS = 14;

/**
 * A queue of jobs with its dead letters: encrypted with a key of one's own, over TLS only, read by long polling.
 *
 * Creates two queues, their policies, and the rule that no other queue may put its dead letters there. The first million
 * requests a month are free, a further million costs $0.40, and $0.50 for FIFO (https://aws.amazon.com/sqs/pricing/).
 *
 * Throws one error that lists every invalid plain value.
 */
export class Queue extends pulumi.ComponentResource {
  readonly queueArn: pulumi.Output<string>;
  readonly queueUrl: pulumi.Output<string>;
  readonly queueName: pulumi.Output<string>;
  readonly deadLetterQueueName: pulumi.Output<string>;

  constructor(name: string, args: QueueArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:Queue", name, {}, opts);
    const problems = queueProblems(args);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("; ")}`);

    const deadLetters = deadLetterQueue(name, args, this);
    const queue = jobQueue(name, args, deadLetters, this);
    new sqs.RedriveAllowPolicy(
      `${name}-dead-letters-from`,
      {
        queueUrl: deadLetters.url,
        redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [queue.arn] }),
      },
      { parent: this },
    );

    this.queueArn = queue.arn;
    this.queueUrl = queue.url;
    this.queueName = queue.name;
    this.deadLetterQueueName = deadLetters.name;
    this.registerOutputs({
      queueArn: this.queueArn,
      queueUrl: this.queueUrl,
      queueName: this.queueName,
      deadLetterQueueName: this.deadLetterQueueName,
    });
  }
}

const suffix = ({ fifo }: QueueArgs): string => (fifo ? ".fifo" : "");

/** A FIFO queue's dead letters keep their order too. */
function deadLetterQueue(name: string, args: QueueArgs, parent: pulumi.Resource): sqs.Queue {
  const { namePrefix, kmsKeyArn, fifo } = args;
  const queueName = `${namePrefix}-${name}-dead-letters${suffix(args)}`;
  return encryptedQueue(
    `${name}-dead-letters`,
    { queueName, kmsKeyArn, retentionDays: DEAD_LETTER_DAYS },
    fifo ? { fifoQueue: true } : {},
    parent,
  );
}

function jobQueue(name: string, args: QueueArgs, deadLetters: sqs.Queue, parent: pulumi.Resource): sqs.Queue {
  const { namePrefix, kmsKeyArn, retentionDays = 4, visibilityTimeoutSeconds = 300, maxReceives = 5, fifo } = args;
  return encryptedQueue(
    name,
    { queueName: `${namePrefix}-${name}${suffix(args)}`, kmsKeyArn, retentionDays },
    {
      visibilityTimeoutSeconds,
      // Whoever asks waits for a message: fewer requests, and none of the answers that miss one.
      receiveWaitTimeSeconds: 20,
      redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: maxReceives }),
      ...(fifo && { fifoQueue: true, contentBasedDeduplication: true }),
    },
    parent,
  );
}

function queueProblems(args: QueueArgs): string[] {
  return [
    ...rangeProblem("visibilityTimeoutSeconds", args.visibilityTimeoutSeconds, 0, 43_200),
    ...rangeProblem("retentionDays", args.retentionDays, 1, DEAD_LETTER_DAYS - 1),
    ...rangeProblem("maxReceives", args.maxReceives, 1, 1000),
  ];
}
