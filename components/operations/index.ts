export { DeploymentCheck, type DeploymentCheckArgs } from "./deployment-check";
export { OneOffTask, type OneOffTaskArgs } from "./one-off-task";
