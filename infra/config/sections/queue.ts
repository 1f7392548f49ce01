import { kebabName, mapOf, settings, wholeNumber, yesOrNo } from "../accepted";

const queueSchema = settings({
  visibilityTimeout: wholeNumber(0, 43_200)
    .default(300)
    .describe("Seconds that a message which somebody took is hidden from others; longer than a job takes."),
  retentionDays: wholeNumber(1, 13)
    .default(4)
    .describe("Days that a message waits before it is lost. Dead letters are kept for 14."),
  maxReceives: wholeNumber(1, 1000)
    .default(5)
    .describe("How often a message is taken, and not deleted, before it goes to the dead letters."),
  fifo: yesOrNo()
    .default(false)
    .describe("Whether messages of one group keep their order and come once. A change makes a new queue."),
  maxAgeMinutes: wholeNumber(1, 20_160)
    .default(15)
    .describe("Minutes that the oldest message may wait before it rings."),
  maxDepth: wholeNumber(1, 100_000_000)
    .default(1000)
    .describe("Messages that may wait for 15 minutes before it rings."),
});

export const queuesSchema = mapOf(kebabName(30), queueSchema, "names of queues to their settings")
  .prefault({})
  .describe("Encrypted SQS queues with dead letters, by name.");
