import type { Task } from "@aws-sdk/client-ecs";

/** Exit code of a container; none when it never ran. */
export function exitCodeOf({ containers = [] }: Task, containerName: string): number | undefined {
  return containers.find(({ name }) => name === containerName)?.exitCode;
}

/** How a task ended, in one line: the exit code, else why it never ran, with ECS's own words. */
export function endInWords(task: Task, containerName: string): string {
  const container = task.containers?.find(({ name }) => name === containerName);
  const reasons = [...new Set([container?.reason, task.stoppedReason])].filter(Boolean).join("; ");
  const code = container?.exitCode;
  if (code === undefined) return `the container never ran: ${reasons || "ECS gave no reason"}`;
  return `exit code ${code}${hintOf(code)}${reasons && `: ${reasons}`}`;
}

/** Codes that say more to those who know them. */
function hintOf(code: number): string {
  if (code === 137) return " (killed, as when memory runs out)";
  return code === 139 ? " (segmentation fault)" : "";
}
