import { rangeProblem, taskProblems } from "../task";
import { cronProblems } from "./cron";
import type { ScheduledTaskArgs } from "./scheduled-task-args";
import type { ScheduleTimes } from "./schedule-expression";

/** Everything wrong with the plain values of a scheduled task. */
export function scheduledTaskProblems(args: ScheduledTaskArgs): string[] {
  return [
    ...taskProblems(args),
    ...timesProblems(args.times),
    ...rangeProblem("retries", args.retries, 0, 10),
    ...rangeProblem("timeoutMinutes", args.timeoutMinutes, 1, 2880),
    ...rangeProblem("maxDelayMinutes", args.maxDelayMinutes, 1, 1440),
  ];
}

function timesProblems(times: ScheduleTimes): string[] {
  const given = [times.cron, times.rate, times.at].filter((time) => time !== undefined);
  if (given.length !== 1) return [`times must have exactly one of cron, rate and at, got ${given.length}`];
  return times.cron === undefined ? [] : cronProblems(times.cron).map((problem) => `times.cron ${problem}`);
}
