import { arn, type Simulations } from "./simulation";

export const kms: Simulations = {
  "aws:kms/key:Key": (request) => {
    const digits = request.hex(32);
    const keyId = [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, digits);
    return { id: keyId, outputs: { keyId, arn: arn(request, "kms", `key/${keyId}`) } };
  },
  "aws:kms/alias:Alias": (request) => {
    const name: string = request.inputs.name ?? `alias/${request.autoname}`;
    return { id: name, outputs: { name, arn: arn(request, "kms", name), targetKeyArn: request.inputs.targetKeyId } };
  },
};
