import { deploymentCheck } from "./deployment-check";
import { oneOffTask } from "./one-off-task";

export type { DeploymentCheckInputs } from "./deployment-check-inputs";
export type { OneOffTaskInputs, OneOffTaskOutputs } from "./one-off-task-inputs";

/** What `pulumi up` does beside creating resources, by the name under which a resource asks for it. */
export const operations = { deploymentCheck: deploymentCheck(), oneOffTask: oneOffTask() };

export type OperationName = keyof typeof operations;
