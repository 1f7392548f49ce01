import { rangeProblem, taskProblems } from "../task";
import type { ServiceArgs } from "./service-args";

/** Pulumi adds a hyphen and seven digits to a target group's name, which may have 32 characters. */
const MAX_NAME_LENGTH = 24;

/** Everything wrong with the plain values that every kind of service has. */
export function serviceProblems(name: string, args: ServiceArgs): string[] {
  return [
    ...nameProblems(name),
    ...taskProblems(args),
    ...scalingProblems(args),
    ...rangeProblem("spotShare", args.spotShare, 0, 100),
  ];
}

function nameProblems(name: string): string[] {
  if (name.length <= MAX_NAME_LENGTH && /^[a-z][a-z0-9-]*$/.test(name)) return [];
  return [`the name must be at most ${MAX_NAME_LENGTH} lower-case letters, digits and hyphens, got "${name}"`];
}

function scalingProblems({ scaling }: ServiceArgs): string[] {
  const { min, max, cpuPercent, memoryPercent, requestsPerTarget, backlog } = scaling;
  const targets = [cpuPercent, memoryPercent, requestsPerTarget, backlog].filter((target) => target !== undefined);
  return [
    ...rangeProblem("scaling.min", min, 0, 5000),
    ...(min <= max ? [] : [`scaling.min must not be above scaling.max, got ${min} and ${max}`]),
    ...(min < max && targets.length === 0
      ? ["scaling must have cpuPercent, memoryPercent, requestsPerTarget or backlog where max is above min"]
      : []),
    ...rangeProblem("scaling.cpuPercent", cpuPercent, 1, 100),
    ...rangeProblem("scaling.memoryPercent", memoryPercent, 1, 100),
    ...rangeProblem("scaling.requestsPerTarget", requestsPerTarget, 1, Number.MAX_SAFE_INTEGER),
    ...rangeProblem("scaling.backlog.perTask", backlog?.perTask, 1, Number.MAX_SAFE_INTEGER),
  ];
}
