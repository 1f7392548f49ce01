import { globalArn, type Simulations } from "./simulation";

export const iam: Simulations = {
  "aws:iam/role:Role": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const path: string = request.inputs.path ?? "/";
    return { id: name, outputs: { name, path, arn: globalArn(request, "iam", `role${path}${name}`) } };
  },
  "aws:iam/policy:Policy": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    const arn = globalArn(request, "iam", `policy${request.inputs.path ?? "/"}${name}`);
    return { id: arn, outputs: { name, arn } };
  },
  "aws:iam/rolePolicy:RolePolicy": (request) => {
    const name: string = request.inputs.name ?? request.autoname;
    return { id: `${request.inputs.role}:${name}`, outputs: { name } };
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": (request) => ({
    id: `${request.inputs.role}/${request.inputs.policyArn}`,
    outputs: {},
  }),
};
