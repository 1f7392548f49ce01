import { randomUUID } from "node:crypto";
import {
  DescribeTasksCommand,
  ListTasksCommand,
  RunTaskCommand,
  StopTaskCommand,
  type Task,
} from "@aws-sdk/client-ecs";
import type { Clients } from "./clients";
import type { OneOffTaskInputs } from "./one-off-task-inputs";
import { type Pace, until } from "./pace";

/** Minutes that a stopped task gets to end: its longest `stopTimeout` is two. */
const STOPPING_MINUTES = 3;

/** Starts one task on Fargate and gives its ARN. */
export async function startTask(inputs: OneOffTaskInputs, { ecs }: Clients): Promise<string> {
  const { tasks = [], failures = [] } = await ecs.send(
    new RunTaskCommand({
      cluster: inputs.clusterArn,
      taskDefinition: inputs.taskDefinitionArn,
      count: 1,
      launchType: "FARGATE",
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: inputs.subnetIds,
          securityGroups: inputs.securityGroupIds,
          assignPublicIp: "DISABLED",
        },
      },
      propagateTags: "TASK_DEFINITION",
      enableECSManagedTags: true,
      // One token for all repetitions of this call. Not one for all runs of a revision: ECS would answer the run after a
      // failed one with the failed one (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html).
      clientToken: randomUUID(),
    }),
  );
  const taskArn = tasks[0]?.taskArn;
  if (taskArn !== undefined) return taskArn;
  const reasons = failures.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(": "));
  throw new Error(`${inputs.title} could not be started: ${reasons.join("; ") || "ECS gave no reason"}`);
}

/** Tasks of a family that run or are about to. */
export async function runningTasks({ ecs }: Clients, cluster: string, family: string): Promise<Task[]> {
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster, family, desiredStatus: "RUNNING" }));
  if (taskArns.length === 0) return [];
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
  return tasks.filter(({ lastStatus }) => lastStatus !== "STOPPED");
}

/** The task once it has stopped; nothing when the minutes are over before. A task that was just started may not be listed yet. */
export function awaitEnd(
  { ecs }: Clients,
  cluster: string,
  taskArn: string,
  minutes: number,
  pace: Pace,
): Promise<Task | undefined> {
  const stopped = async (): Promise<Task | undefined> => {
    const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [taskArn] }));
    return tasks.find(({ lastStatus }) => lastStatus === "STOPPED");
  };
  return until(stopped, minutes, pace);
}

/** Asks the task to stop and waits for its end, so that its last words are in the log. */
export async function stopTask(
  clients: Clients,
  cluster: string,
  taskArn: string,
  reason: string,
  pace: Pace,
): Promise<void> {
  await clients.ecs.send(new StopTaskCommand({ cluster, task: taskArn, reason }));
  await awaitEnd(clients, cluster, taskArn, STOPPING_MINUTES, pace);
}
