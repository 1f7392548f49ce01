import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const vpcBlockPublicAccess: Rule = {
  id: "vpc-block-public-access",
  title: "The region's block on public access to VPCs, where it is declared, blocks",
  severity: "medium",
  controls: { fsbp: ["EC2.172"], nist: ["SC-7"] },
  why: "Switched off, the setting stops no internet gateway of the region, whatever its presence in the program suggests.",
  fix: 'Set internetGatewayBlockMode to "block-ingress" or "block-bidirectional", and exclude the subnets of load balancers.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-172",
  types: ["aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions"],
  // It is one setting for all VPCs of an account's region, which other programs may rely on.
  optIn: true,
  check({ props, violated }) {
    const mode = props.at("internetGatewayBlockMode");
    if (!["block-bidirectional", "block-ingress"].includes(mode.string() ?? ""))
      violated(mode, "block-ingress or block-bidirectional", "no block");
  },
  cases: {
    resource: [
      good("inward", { internetGatewayBlockMode: "block-ingress" }),
      good("both ways", { internetGatewayBlockMode: "block-bidirectional" }),
      bad("off", { internetGatewayBlockMode: "off" }, "internetGatewayBlockMode"),
      bad("absent", {}, "internetGatewayBlockMode"),
      unknown("not known", { internetGatewayBlockMode: UNKNOWN }, "internetGatewayBlockMode"),
    ],
  },
};
