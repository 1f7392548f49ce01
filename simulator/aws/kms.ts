import { arn, type Simulations, uuid } from "./simulation";

export const kms: Simulations = {
  "aws:kms/key:Key": (request) => {
    const keyId = uuid(request);
    return { id: keyId, outputs: { keyId, arn: arn(request, "kms", `key/${keyId}`) } };
  },
  "aws:kms/alias:Alias": (request) => {
    const name: string = request.inputs.name ?? `alias/${request.autoname}`;
    return { id: name, outputs: { name, arn: arn(request, "kms", name), targetKeyArn: request.inputs.targetKeyId } };
  },
};
