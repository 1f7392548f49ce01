import { queueGrant } from "@platform/components/queue";
import type { ServiceConfig } from "../config";
import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";
import { variableName } from "./variable-name";

/** Queues: the address of each, and the right to take from it, to send to it, or both. */
export function queuesGrant(
  used: ServiceConfig["uses"]["queues"],
  { config: { region }, base: { keys }, store: { queues } }: Surroundings,
): Grant {
  const known = Object.entries(used).flatMap(([name, access]) => {
    const queue = queues[name];
    return queue ? [{ name, access, queue }] : [];
  });
  return {
    environment: Object.fromEntries(
      known.map(({ name, queue }) => [`${variableName(name)}_QUEUE_URL`, queue.queueUrl]),
    ),
    statements: known.flatMap(({ access, queue: { queueArn } }) =>
      queueGrant({ access, queueArn, kmsKeyArn: keys.data.keyArn, region }),
    ),
  };
}
