export { deadLetterGrant, DeadLetterQueue, type DeadLetterQueueArgs } from "./dead-letter-queue";
