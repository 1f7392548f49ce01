import { DescribeTasksCommand, ListTasksCommand, type Task } from "@aws-sdk/client-ecs";
import type { Clients } from "./clients";
import type { DeploymentCheckInputs } from "./deployment-check-inputs";
import type { DeploymentNow } from "./deployment-now";
import { primaryOf } from "./deployment-verdict";
import { endInWords } from "./task-end";

/** What was asked for, what runs, why, and what to do: everything that a person needs who was not there. */
export async function failureInWords(
  { clusterArn, serviceName, taskDefinitionArn }: DeploymentCheckInputs,
  now: DeploymentNow,
  clients: Clients,
): Promise<string> {
  const { newest } = now;
  const running = primaryOf(now)?.taskDefinition;
  const stopped = await stoppedTasks(clients, clusterArn, serviceName, taskDefinitionArn);
  const facts: [string, string | undefined][] = [
    ["asked for", revision(taskDefinitionArn)],
    ["running", running === undefined ? "no version" : revision(running)],
    ["deployment", [newest?.status, newest?.statusReason].filter(Boolean).join(": ")],
    ["rolled back", newest?.rollback?.reason],
    ["alarms", newest?.alarms?.triggeredAlarmNames?.join(", ")],
    ["tasks that stopped", reasonsOf(stopped)],
    ["events", stopped.length > 0 ? undefined : eventsOf(now)],
  ];
  const known = facts.filter(([, fact]) => fact).map(([title, fact]) => `  ${title}: ${fact}`);
  return [
    `${serviceName} does not run the version that was asked for.`,
    ...known,
    "Mend the cause and run pulumi up --refresh: it deploys the version anew. See docs/runbooks/deployments.md.",
  ].join("\n");
}

const revision = (taskDefinitionArn: string): string => taskDefinitionArn.split("/").at(-1) ?? taskDefinitionArn;

/** Tasks of the version that have stopped; ECS remembers them for an hour. */
async function stoppedTasks(
  { ecs }: Clients,
  cluster: string,
  serviceName: string,
  taskDefinitionArn: string,
): Promise<Task[]> {
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster, serviceName, desiredStatus: "STOPPED" }));
  if (taskArns.length === 0) return [];
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
  return tasks.filter((task) => task.taskDefinitionArn === taskDefinitionArn);
}

/** Each way to end once, with how many tasks ended so. */
function reasonsOf(tasks: Task[]): string | undefined {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    const reason = endInWords(task, essentialContainer(task));
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const lines = [...counts].map(([reason, count]) => `${count} × ${reason}`);
  return lines.length > 0 ? lines.join("\n    ") : undefined;
}

/** The container whose end ended the task: the first that failed, else the first. */
function essentialContainer({ containers = [] }: Task): string {
  const failed = containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0);
  return (failed ?? containers[0])?.name ?? "";
}

const eventsOf = ({ service: { events = [] } }: DeploymentNow): string | undefined =>
  events.length > 0
    ? events
        .slice(0, 3)
        .map(({ message }) => message)
        .join("\n    ")
    : undefined;
