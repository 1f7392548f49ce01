import type { ContainerHealthArgs } from "./container-definitions";
import { fargateSizeProblems } from "./fargate-size";
import { rangeProblem } from "./range-problem";
import type { TaskArgs } from "./task-args";

/** Everything wrong with the plain values of a task. */
export function taskProblems(args: TaskArgs): string[] {
  const { size, environment, secrets, stopTimeoutSeconds, containerHealth } = args;
  return [
    ...fargateSizeProblems(size.cpu, size.memory).map((problem) => `size.${problem}`),
    ...Object.keys(environment)
      .filter((variable) => variable in secrets)
      .map((variable) => `${variable} is both in environment and in secrets; keep one`),
    ...rangeProblem("stopTimeoutSeconds", stopTimeoutSeconds, 2, 120),
    ...(containerHealth ? healthProblems(containerHealth) : []),
  ];
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
function healthProblems(health: ContainerHealthArgs): string[] {
  return [
    ...(health.command.length > 0 ? [] : ["containerHealth.command must name a program"]),
    ...rangeProblem("containerHealth.intervalSeconds", health.intervalSeconds, 5, 300),
    ...rangeProblem("containerHealth.timeoutSeconds", health.timeoutSeconds, 2, 60),
    ...rangeProblem("containerHealth.retries", health.retries, 1, 10),
    ...rangeProblem("containerHealth.startPeriodSeconds", health.startPeriodSeconds, 0, 300),
  ];
}
