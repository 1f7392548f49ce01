export { cronProblems } from "./cron";
export type { ScheduleTimes } from "./schedule-expression";
export { ScheduledTask } from "./scheduled-task";
export type { ScheduledTaskArgs } from "./scheduled-task-args";
