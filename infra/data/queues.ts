import { Queue } from "@platform/components/queue";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "../layers/foundation";

/** The queues of the stack, each with its dead letters. */
export function queues(config: StackConfig, { names, keys, dataOpts }: Foundation): { [name: string]: Queue } {
  return Object.fromEntries(
    Object.entries(config.queues).map(([name, { visibilityTimeout, retentionDays, maxReceives, fifo }]) => [
      name,
      new Queue(
        name,
        {
          namePrefix: names.prefix,
          kmsKeyArn: keys.data.keyArn,
          visibilityTimeoutSeconds: visibilityTimeout,
          retentionDays,
          maxReceives,
          fifo,
        },
        declaredBy(dataOpts, at("queues", name)),
      ),
    ]),
  );
}
