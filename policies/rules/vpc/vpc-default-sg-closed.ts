import { badStack, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DEFAULT_SECURITY_GROUP } from "../../kernel/tokens";

const VPC = "aws:ec2/vpc:Vpc";
const [GROUP = ""] = DEFAULT_SECURITY_GROUP;
const vpc = { type: VPC, name: "vpc", props: {} };

export const vpcDefaultSgClosed: Rule = {
  id: "vpc-default-sg-closed",
  title: "The default security group of every VPC is adopted and empty",
  severity: "high",
  controls: { fsbp: ["EC2.2"], cis: ["5.5"], nist: ["SC-7", "AC-4"] },
  references: { checkov: ["CKV2_AWS_12"], cdkNag: ["VPCDefaultSecurityGroupClosed"] },
  why: "Whatever is launched without a group of its own lands in the default group, whose members reach each other.",
  fix: "Declare an aws.ec2.DefaultSecurityGroup with the VPC's id and neither ingress nor egress.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2",
  types: [VPC],
  checkStack({ subject, stack, each, violated }) {
    const groups = stack.pointingAt(subject, DEFAULT_SECURITY_GROUP, "vpcId");
    if (groups.length === 0) violated("vpcId", "a DefaultSecurityGroup for this VPC", "none in the stack");
    const lists = groups.flatMap(({ props }) => [props.at("ingress"), props.at("egress")]);
    each(lists, (rules) => {
      if (rules.list().length > 0) violated(rules, "an empty list", "rules");
    });
  },
  cases: {
    stack: [
      goodStack("adopted and empty", [
        vpc,
        { type: GROUP, name: "default", props: { vpcId: UNKNOWN }, refers: { vpcId: "vpc" } },
      ]),
      goodStack("empty lists, VPC named by its known id", [
        { type: VPC, name: "vpc", props: { id: "vpc-1" } },
        { type: GROUP, name: "default", props: { vpcId: "vpc-1", ingress: [], egress: [] } },
      ]),
      badStack("not adopted", [vpc], "vpcId"),
      badStack(
        "ingress left",
        [
          vpc,
          {
            type: GROUP,
            name: "default",
            props: { ingress: [{ protocol: "-1", self: true }] },
            refers: { vpcId: "vpc" },
          },
        ],
        "ingress",
      ),
      badStack(
        "egress left",
        [
          vpc,
          {
            type: GROUP,
            name: "default",
            props: { egress: { protocol: "-1", cidrBlocks: ["0.0.0.0/0"] } },
            refers: { vpcId: "vpc" },
          },
        ],
        "egress",
      ),
      unknownStack(
        "rules not known",
        [vpc, { type: GROUP, name: "default", props: { ingress: UNKNOWN }, refers: { vpcId: "vpc" } }],
        "ingress",
      ),
      unknownStack("a group of some VPC", [vpc, { type: GROUP, name: "default", props: { vpcId: UNKNOWN } }], "vpcId"),
    ],
  },
};
