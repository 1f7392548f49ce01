import { arn, type Simulations } from "./simulation";

export const wafv2: Simulations = {
  "aws:wafv2/webAcl:WebAcl": (request) => {
    const id = [8, 12, 16, 20].reduceRight(
      (digits, at) => `${digits.slice(0, at)}-${digits.slice(at)}`,
      request.hex(32),
    );
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
