import { arn, type Simulations } from "./simulation";

export const ecs: Simulations = {
  "aws:ecs/cluster:Cluster": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const clusterArn = arn(request, "ecs", `cluster/${name}`);
    return { id: clusterArn, outputs: { name, arn: clusterArn } };
  },
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": (request) => ({
    id: request.inputs.clusterName,
    outputs: {},
  }),
  "aws:ecs/taskDefinition:TaskDefinition": (request) => {
    const family: string = request.inputs.family;
    const revision = request.generation;
    const arnWithoutRevision = arn(request, "ecs", `task-definition/${family}`);
    return { id: family, outputs: { arn: `${arnWithoutRevision}:${revision}`, arnWithoutRevision, revision } };
  },
  "aws:ecs/service:Service": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const cluster: string = request.inputs.cluster ?? "default";
    const serviceArn = arn(request, "ecs", `service/${cluster.split("/").at(-1)}/${name}`);
    return { id: serviceArn, outputs: { name, arn: serviceArn } };
  },
};
