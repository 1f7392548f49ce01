import type { ContainerHealthArgs } from "./container-definitions";
import { fargateSizeProblems } from "./fargate-size";
import { rangeProblem } from "./range-problem";
import type { TaskArgs } from "./task-args";
import { TRACING_VARIABLES } from "./tracing";

/** Everything wrong with the plain values of a task. */
export function taskProblems(args: TaskArgs): string[] {
  const { size, environment, secrets, stopTimeoutSeconds, containerHealth } = args;
  return [
    ...fargateSizeProblems(size.cpu, size.memory).map((problem) => `size.${problem}`),
    ...Object.keys(environment)
      .filter((variable) => variable in secrets)
      .map((variable) => `${variable} is both in environment and in secrets; keep one`),
    ...(args.tracing ? tracingProblems(args) : []),
    ...rangeProblem("stopTimeoutSeconds", stopTimeoutSeconds, 2, 120),
    ...(containerHealth ? healthProblems(containerHealth) : []),
  ];
}

function tracingProblems({ environment, secrets, tracing }: TaskArgs): string[] {
  const { samplePercent = 0 } = tracing ?? {};
  return [
    ...(samplePercent > 0 && samplePercent <= 100
      ? []
      : [`tracing.samplePercent must be more than 0 and at most 100, got ${samplePercent}`]),
    ...TRACING_VARIABLES.filter((variable) => variable in environment || variable in secrets).map(
      (variable) => `${variable} is set by tracing; remove it`,
    ),
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
