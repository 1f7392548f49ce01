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
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": (request) => ({
    id: arn(request, "rds", `auto-backup:ab-${request.hex(39)}`),
    outputs: {},
  }),
  "aws:rds/proxy:Proxy": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const endpoint = `${name}.proxy-${request.hex(12)}.${request.region}.rds.amazonaws.com`;
    return { id: name, outputs: { name, endpoint, arn: arn(request, "rds", `db-proxy:prx-${request.hex(17, "id")}`) } };
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": (request) => {
    const targetGroupArn = arn(request, "rds", `target-group:prx-tg-${request.hex(17)}`);
    return { id: request.inputs.dbProxyName, outputs: { name: "default", arn: targetGroupArn } };
  },
  "aws:rds/proxyTarget:ProxyTarget": (request) => {
    const { dbProxyName, targetGroupName, dbInstanceIdentifier } = request.inputs;
    const rdsResourceId: string = dbInstanceIdentifier;
    return {
      id: `${dbProxyName}/${targetGroupName}/RDS_INSTANCE/${rdsResourceId}`,
      outputs: { rdsResourceId, type: "RDS_INSTANCE", port: 5432 },
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
