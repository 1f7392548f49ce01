export { Worker } from "./worker";
export type { WorkerArgs } from "./worker-args";
