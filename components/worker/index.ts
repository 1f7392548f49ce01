export { Worker } from "./worker";
export type { WorkerAlarmsArgs, WorkerArgs } from "./worker-args";
