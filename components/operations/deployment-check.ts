import type * as pulumi from "@pulumi/pulumi";
import { Operation } from "./operation";
import type { DeploymentCheckInputs } from "./provider";

export type DeploymentCheckArgs = { [Name in keyof DeploymentCheckInputs]: pulumi.Input<DeploymentCheckInputs[Name]> };

/**
 * Fails the update when a service does not run the version that was asked for, because ECS has taken the deployment back
 * by itself. Checks after each change of the version or of the settings.
 *
 * Needs, of whoever deploys, `ecs:DescribeServices`, `ListServiceDeployments`, `DescribeServiceDeployments`, `ListTasks`
 * and `DescribeTasks`. Costs nothing.
 */
export class DeploymentCheck extends Operation {
  constructor(name: string, args: DeploymentCheckArgs, opts: pulumi.CustomResourceOptions) {
    super("deploymentCheck", "DeploymentCheck", name, args, opts);
  }
}
