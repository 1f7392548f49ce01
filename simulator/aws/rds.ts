import { arn, type SimulatedRequest, type Simulations, uuid } from "./simulation";

export const rds: Simulations = {
  "aws:rds/subnetGroup:SubnetGroup": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "rds", `subgrp:${name}`) } };
  },
  "aws:rds/parameterGroup:ParameterGroup": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: name, outputs: { name, arn: arn(request, "rds", `pg:${name}`) } };
  },
  "aws:rds/instance:Instance": (request) => {
    const identifier: string = request.inputs.identifier ?? request.autoname;
    const port: number = request.inputs.port ?? 5432;
    const address = `${identifier}.c${request.hex(11)}.${request.region}.rds.amazonaws.com`;
    const resourceId = `db-${request.hex(26, "resource").toUpperCase()}`;
    return {
      id: resourceId,
      outputs: {
        identifier,
        resourceId,
        address,
        port,
        endpoint: `${address}:${port}`,
        arn: arn(request, "rds", `db:${identifier}`),
        masterUserSecrets: request.inputs.manageMasterUserPassword ? [masterUserSecret(request)] : [],
      },
    };
  },
};

/** The secret that RDS makes and rotates for the master user, named after an id of its own. */
function masterUserSecret(request: SimulatedRequest): { [property: string]: string } {
  return {
    secretArn: arn(request, "secretsmanager", `secret:rds!db-${uuid(request, "secret")}-${request.hex(6, "suffix")}`),
    kmsKeyId: request.inputs.masterUserSecretKmsKeyId ?? "alias/aws/secretsmanager",
    secretStatus: "active",
  };
}
