import { arn, type Simulations } from "./simulation";

export const ecr: Simulations = {
  "aws:ecr/repository:Repository": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const registry = `${request.account}.dkr.ecr.${request.region}.amazonaws.com`;
    return {
      id: name,
      outputs: {
        name,
        registryId: request.account,
        repositoryUrl: `${registry}/${name}`,
        arn: arn(request, "ecr", `repository/${name}`),
      },
    };
  },
  // One for the registry of an account and region.
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": (request) => ({
    id: request.account,
    outputs: { registryId: request.account },
  }),
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": (request) => ({
    id: request.inputs.repository,
    outputs: { registryId: request.account },
  }),
};
