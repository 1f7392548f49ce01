import { fargateSizeProblems } from "./fargate-size";
import { rangeProblem } from "./range-problem";
import type { TaskArgs } from "./task-args";

/** Everything wrong with the plain values of a task. */
export function taskProblems({ size, environment, secrets, stopTimeoutSeconds }: TaskArgs): string[] {
  return [
    ...fargateSizeProblems(size.cpu, size.memory).map((problem) => `size.${problem}`),
    ...Object.keys(environment)
      .filter((variable) => variable in secrets)
      .map((variable) => `${variable} is both in environment and in secrets; keep one`),
    ...rangeProblem("stopTimeoutSeconds", stopTimeoutSeconds, 2, 120),
  ];
}
