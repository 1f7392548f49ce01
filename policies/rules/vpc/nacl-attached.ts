import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { isWritten } from "../../kernel/is-written";

const ACL = "aws:ec2/networkAcl:NetworkAcl";
const ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
const acl = (props: object = {}, refers: string[] = []): CaseResource => ({
  type: ACL,
  name: "acl",
  props: { id: "acl-1", vpcId: "vpc-1", ...props },
  refers: { subnetIds: refers },
});
const association = (networkAclId: unknown, refers: string[]): CaseResource => ({
  type: ASSOCIATION,
  name: "association",
  props: { networkAclId, subnetId: "subnet-1" },
  refers: { networkAclId: refers },
});

export const naclAttached: Rule = {
  id: "nacl-attached",
  title: "Every network ACL stands before a subnet",
  severity: "low",
  controls: { fsbp: ["EC2.16"], nist: ["CM-8"] },
  references: { checkov: ["CKV2_AWS_1"] },
  why: "An ACL without subnets protects nothing, while its entries look as if they did.",
  fix: "Set subnetIds, declare an aws.ec2.NetworkAclAssociation, or remove the ACL.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-16",
  types: [ACL],
  checkStack({ subject, props, stack, violated }) {
    const subnets = props.at("subnetIds");
    if (isWritten(subject, "subnetIds") && (subnets.isUnknown() || subnets.list().length > 0)) return;
    if (stack.pointingAt(subject, [ASSOCIATION], "networkAclId").length === 0)
      violated(subnets, "a subnet", "none in the stack");
  },
  cases: {
    stack: [
      goodStack("its own list", [acl({ subnetIds: ["subnet-1"] })]),
      goodStack("its own list, not known yet", [acl({ subnetIds: UNKNOWN }, ["subnet"])]),
      goodStack("an association", [acl({ subnetIds: UNKNOWN }), association(UNKNOWN, ["acl"])]),
      goodStack("an association by its known id", [acl(), association("acl-1", [])]),
      badStack("none", [acl()], "subnetIds"),
      badStack("none, AWS's answer not known", [acl({ subnetIds: UNKNOWN })], "subnetIds"),
      badStack("an empty list", [acl({ subnetIds: [] })], "subnetIds"),
      badStack("an association of another", [acl(), association("acl-2", [])], "subnetIds"),
      unknownStack("an association of some ACL", [acl(), association(UNKNOWN, [])], "networkAclId of association"),
    ],
  },
};
