export { deadLetterGrant, DeadLetterQueue, type DeadLetterQueueArgs } from "./dead-letter-queue";
export { Queue, type QueueArgs } from "./queue";
export { QueueAccess, queueGrant, type QueueGrantArgs } from "./queue-grant";
export { waitingMessages } from "./waiting-messages";
