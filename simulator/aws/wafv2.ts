import { arn, type Simulations, uuid } from "./simulation";

export const wafv2: Simulations = {
  "aws:wafv2/webAcl:WebAcl": (request) => {
    const id = uuid(request);
    const name: string = request.inputs.name ?? request.autoname;
    const scope = request.inputs.scope === "CLOUDFRONT" ? "global" : "regional";
    return { id, outputs: { name, arn: arn(request, "wafv2", `${scope}/webacl/${name}/${id}`) } };
  },
  "aws:wafv2/webAclAssociation:WebAclAssociation": ({ inputs }) => ({
    id: `${inputs.webAclArn},${inputs.resourceArn}`,
    outputs: {},
  }),
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": ({ inputs }) => ({
    id: inputs.resourceArn,
    outputs: {},
  }),
};
