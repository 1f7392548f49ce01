import { on } from "../call";
import { keyCalls, throughSqs } from "../key-calls";
import type { Right } from "./right";

export const queues: Right = {
  task: ({ stack, task }) =>
    Object.entries(task.uses.queues).flatMap(([name, access]) => {
      const { arn, kmsMasterKeyId: key } = stack.one("aws:sqs/queue:Queue", name).props;
      const [consumes, sends] = [access !== "send", access !== "consume"];
      return [
        ...on(arn, "sqs:GetQueueAttributes", ...(sends ? ["sqs:SendMessage"] : [])),
        ...(consumes ? on(arn, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility") : []),
        ...keyCalls(key, throughSqs(key, arn), "Decrypt", ...(sends ? ["GenerateDataKey"] : [])),
      ];
    }),
};
