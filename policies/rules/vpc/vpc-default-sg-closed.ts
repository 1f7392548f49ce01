import { bad, badStack, good, goodStack, unknown, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DEFAULT_SECURITY_GROUP } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";

const VPC = "aws:ec2/vpc:Vpc";
const [GROUP = ""] = DEFAULT_SECURITY_GROUP;
const vpc = { type: VPC, name: "vpc", props: {} };
const rule = { protocol: "-1", fromPort: 0, toPort: 0, self: true };

const listsOf = (group: Value): Value[] => [group.at("ingress"), group.at("egress")];

export const vpcDefaultSgClosed: Rule = {
  id: "vpc-default-sg-closed",
  title: "The default security group of every VPC is adopted and empty",
  severity: "high",
  controls: { fsbp: ["EC2.2"], cis: ["5.5"], nist: ["SC-7", "AC-4"] },
  references: { checkov: ["CKV2_AWS_12"], cdkNag: ["VPCDefaultSecurityGroupClosed"] },
  why: "Whatever is launched without a group of its own lands in the default group, whose members reach each other.",
  fix: "Declare an aws.ec2.DefaultSecurityGroup with the VPC's id and neither ingress nor egress.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2",
  types: [...DEFAULT_SECURITY_GROUP, VPC],
  check({ resource, props, each, violated }) {
    if (resource.type === VPC) return;
    each(listsOf(props), (rules) => {
      if (rules.list().length > 0) violated(rules, "an empty list", "rules");
    });
  },
  checkStack({ subject, stack, violated }) {
    if (subject.type !== VPC) return;
    if (stack.pointingAt(subject, DEFAULT_SECURITY_GROUP, "vpcId").length === 0)
      violated("vpcId", "a DefaultSecurityGroup for this VPC", "none in the stack");
  },
  // Lists that are left out keep their rules: https://github.com/hashicorp/terraform-provider-aws/issues/17569
  remedy({ props, each, set }) {
    each(listsOf(props), (rules) => {
      if (rules.list().length > 0) set(rules, []);
    });
  },
  cases: {
    resource: [
      good("no rules", { vpcId: "vpc-1" }),
      good("empty lists", { ingress: [], egress: [] }),
      good("a VPC, which has no rules", {}, { type: VPC }),
      bad("members reach each other", { ingress: [rule], egress: [] }, "ingress"),
      bad("everything is reached", { egress: { protocol: "-1", cidrBlocks: ["0.0.0.0/0"] } }, "egress"),
      bad("both as AWS makes them", { ingress: [rule], egress: [{ protocol: "-1" }] }, ["ingress", "egress"]),
      unknown("rules not known", { ingress: UNKNOWN }, "ingress"),
    ],
    stack: [
      goodStack("adopted", [
        vpc,
        { type: GROUP, name: "default", props: { vpcId: UNKNOWN }, refers: { vpcId: "vpc" } },
      ]),
      goodStack("VPC named by its known id", [
        { type: VPC, name: "vpc", props: { id: "vpc-1" } },
        { type: GROUP, name: "default", props: { vpcId: "vpc-1" } },
      ]),
      goodStack("adopted with rules, which the group itself is told", [
        vpc,
        { type: GROUP, name: "default", props: { ingress: [rule] }, refers: { vpcId: "vpc" } },
      ]),
      badStack("not adopted", [vpc], "vpcId"),
      badStack(
        "that of another VPC adopted",
        [vpc, { ...vpc, name: "other" }, { type: GROUP, name: "default", props: {}, refers: { vpcId: "other" } }],
        "vpcId",
      ),
      unknownStack("a group of some VPC", [vpc, { type: GROUP, name: "default", props: { vpcId: UNKNOWN } }], "vpcId"),
    ],
  },
};
