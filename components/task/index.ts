export type { ContainerHealthArgs } from "./container-definitions";
export { fargateSizeProblems } from "./fargate-size";
export type { FileMount } from "./file-mounts";
export { rangeProblem } from "./range-problem";
export type { SecretSource, SessionArgs } from "./role-statements";
export { containerTask, outboundHttps, type Task } from "./task";
export type { TaskArgs, TaskLogArgs } from "./task-args";
export type { TaskSize } from "./task-definition";
export { taskProblems } from "./task-problems";
