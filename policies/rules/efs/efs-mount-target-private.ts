import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { SUBNET } from "../../kernel/tokens";
import { network } from "../vpc/network-cases";
import { publicSubnets } from "../vpc/public-subnets";
import { MOUNT_TARGET } from "./file-systems";

const [SUBNET_TYPE = ""] = SUBNET;
const target = (subnetId: unknown, subnet?: string): CaseResource => ({
  type: MOUNT_TARGET,
  name: "mount",
  props: { subnetId },
  ...(subnet && { refers: { subnetId: subnet } }),
});
const subnet = (mapPublicIpOnLaunch: unknown): CaseResource => ({
  type: SUBNET_TYPE,
  name: "lone",
  props: { id: "subnet-lone", mapPublicIpOnLaunch },
});

export const efsMountTargetPrivate: Rule = {
  id: "efs-mount-target-private",
  title: "File systems are mounted from private subnets",
  severity: "medium",
  controls: { fsbp: ["EFS.6"], nist: ["SC-7"] },
  why: "A mount target among public addresses is one security-group rule away from the internet.",
  fix: "Set subnetId of the aws.efs.MountTarget to a subnet without a route to an internet gateway.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-6",
  types: [MOUNT_TARGET],
  checkStack({ subject, stack, violated }) {
    const [exposed] = publicSubnets(stack, subject, "subnetId");
    const subnets = stack.targets(subject, "subnetId", SUBNET);
    if (exposed) violated("subnetId", "a private subnet", "a subnet with a route to an internet gateway");
    else if (subnets.some(({ props }) => props.at("mapPublicIpOnLaunch").isTrue()))
      violated("subnetId", "a private subnet", "a subnet that gives out public addresses");
  },
  cases: {
    stack: [
      goodStack("private subnet", [...network, target(UNKNOWN, "private")]),
      goodStack("private subnet by its known id", [...network, target("subnet-private")]),
      goodStack("subnet of another stack", [...network, target("subnet-elsewhere")]),
      badStack("public subnet", [...network, target(UNKNOWN, "public")], "subnetId"),
      badStack("public subnet by its known id", [...network, target("subnet-public")], "subnetId"),
      badStack("public addresses", [subnet("true"), target("subnet-lone")], "subnetId"),
      unknownStack("subnet not known", [...network, target(UNKNOWN)], "subnetId"),
      unknownStack("addresses not known", [subnet(UNKNOWN), target("subnet-lone")], "mapPublicIpOnLaunch"),
    ],
  },
};
