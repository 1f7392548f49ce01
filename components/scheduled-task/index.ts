export { cronProblems } from "./cron";
export { cronWeek } from "./cron-week";
export type { ScheduleTimes } from "./schedule-expression";
export { ScheduledTask } from "./scheduled-task";
export type { ScheduledTaskArgs } from "./scheduled-task-args";
