import { arn, type Simulations } from "./simulation";

/** The program's own dynamic resources: what `pulumi up` does and waits for, as if it had gone well. */
export const operations: Simulations = {
  "pulumi-nodejs:dynamic/operations:DeploymentCheck": ({ inputs }) => ({ id: inputs.serviceName, outputs: {} }),
  "pulumi-nodejs:dynamic/operations:OneOffTask": (request) => {
    const cluster: string = request.inputs.clusterArn;
    const taskArn = arn(request, "ecs", `task/${cluster.split("/").at(-1)}/${request.hex(32)}`);
    return { id: taskArn, outputs: { taskArn } };
  },
};
