import type { dynamic } from "@pulumi/pulumi";
import { type Clients, clientsFor } from "./clients";
import { logTail } from "./log-tail";
import type { OneOffTaskInputs, OneOffTaskOutputs } from "./one-off-task-inputs";
import { ORDINARY_PACE, type Pace } from "./pace";
import { awaitEnd, runningTasks, startTask, stopTask } from "./tasks";
import { exitCodeOf, endInWords } from "./task-end";

/**
 * Runs an ECS task when it is created and when a trigger changes, and fails unless the task's container ends with exit
 * code 0. A failed or interrupted run leaves the former triggers in Pulumi's state, so that the next update runs it again.
 */
export function oneOffTask(pace: Pace = ORDINARY_PACE): dynamic.ResourceProvider<OneOffTaskInputs, OneOffTaskOutputs> {
  const run = async (inputs: OneOffTaskInputs): Promise<OneOffTaskOutputs> => ({
    ...inputs,
    taskArn: await runToEnd(inputs, clientsFor(inputs.region), pace),
  });
  return {
    diff: async (_id, olds, news) => ({ changes: textOf(olds.triggers) !== textOf(news.triggers) }),
    create: async (inputs) => {
      const outs = await run(inputs);
      return { id: outs.taskArn, outs };
    },
    update: async (_id, _olds, news) => ({ outs: await run(news) }),
  };
}

/** The same text for equal triggers, in whatever order they come; an unknown value is a text of its own. */
const textOf = (triggers: OneOffTaskInputs["triggers"]): string =>
  JSON.stringify(Object.entries(triggers).sort(([a], [b]) => (a < b ? -1 : 1)));

async function runToEnd(inputs: OneOffTaskInputs, clients: Clients, pace: Pace): Promise<string> {
  const { title, timeoutMinutes } = inputs;
  const taskArn = (await leftOver(inputs, clients, pace)) ?? (await startTask(inputs, clients));
  const ended = await awaitEnd(clients, inputs.clusterArn, taskArn, timeoutMinutes, pace);
  if (!ended) {
    await stopTask(clients, inputs.clusterArn, taskArn, `not done after ${timeoutMinutes} minutes`, pace);
    throw await failure(
      inputs,
      clients,
      taskArn,
      `${title} was stopped: not done after ${timeoutMinutes} minutes`,
      pace,
    );
  }
  if (exitCodeOf(ended, inputs.containerName) === 0) return taskArn;
  throw await failure(inputs, clients, taskArn, `${title} failed: ${endInWords(ended, inputs.containerName)}`, pace);
}

/**
 * A run that an interrupted update has left behind. One of the same revision is taken over; one of another is waited for,
 * so that no two ever run at once.
 */
async function leftOver(inputs: OneOffTaskInputs, clients: Clients, pace: Pace): Promise<string | undefined> {
  const { clusterArn, family, taskDefinitionArn, timeoutMinutes, title } = inputs;
  const running = await runningTasks(clients, clusterArn, family);
  const same = running.find((task) => task.taskDefinitionArn === taskDefinitionArn);
  for (const { taskArn = "" } of running.filter((task) => task !== same)) {
    const ended = await awaitEnd(clients, clusterArn, taskArn, timeoutMinutes, pace);
    if (!ended) {
      throw new Error(
        `${title} was not started: the task ${taskArn} of an earlier update still runs after ${timeoutMinutes} minutes. ` +
          `Wait for its end or stop it (aws ecs stop-task), then run pulumi up again.`,
      );
    }
  }
  return same?.taskArn;
}

async function failure(
  { logGroupName, containerName }: OneOffTaskInputs,
  clients: Clients,
  taskArn: string,
  what: string,
  pace: Pace,
): Promise<Error> {
  const stream = `${containerName}/${containerName}/${taskArn.split("/").at(-1)}`;
  const lines = await logTail(clients, { group: logGroupName, stream }, pace);
  const log =
    lines.length > 0
      ? `The last lines of its log, ${logGroupName}:\n${lines.map((line) => `  | ${line}`).join("\n")}`
      : `It wrote nothing to its log, ${logGroupName}.`;
  return new Error(`${what} (${taskArn}).\nWhat waits for it is unchanged; the next pulumi up runs it again.\n${log}`);
}
