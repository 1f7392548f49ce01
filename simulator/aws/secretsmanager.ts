import { arn, type Simulations } from "./simulation";

export const secretsmanager: Simulations = {
  "aws:secretsmanager/secret:Secret": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const secretArn = arn(request, "secretsmanager", `secret:${name}-${request.hex(6)}`);
    return { id: secretArn, outputs: { name, arn: secretArn } };
  },
  "aws:secretsmanager/secretVersion:SecretVersion": (request) => {
    const secretArn: string = request.inputs.secretId;
    const versionId = `terraform-${request.hex(26)}`;
    return { id: `${secretArn}|${versionId}`, outputs: { arn: secretArn, versionId } };
  },
  "aws:secretsmanager/secretRotation:SecretRotation": ({ inputs }) => ({
    id: inputs.secretId,
    outputs: { rotationEnabled: true },
  }),
};
