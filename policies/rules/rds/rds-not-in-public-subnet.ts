import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { network } from "../vpc/network-cases";
import { publicSubnets } from "../vpc/public-subnets";

const GROUP = "aws:rds/subnetGroup:SubnetGroup";
const group = (subnetIds: unknown, refers: string[] = []): CaseResource => ({
  type: GROUP,
  name: "data",
  props: { subnetIds },
  refers: { subnetIds: refers },
});

export const rdsNotInPublicSubnet: Rule = {
  id: "rds-not-in-public-subnet",
  title: "Databases live in subnets without a route to an internet gateway",
  severity: "high",
  controls: { fsbp: ["RDS.46"], nist: ["SC-7"] },
  why: "In a public subnet, one wrong flag or security-group rule is enough to expose a database to the internet.",
  fix: "Give subnetIds of the aws.rds.SubnetGroup the subnets whose route table has no internet gateway.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-46",
  types: [GROUP],
  checkStack({ subject, stack, each, violated }) {
    each(publicSubnets(stack, subject, "subnetIds"), (subnet) =>
      violated("subnetIds", "private subnets alone", "a subnet with a route to an internet gateway", subnet.name),
    );
  },
  cases: {
    stack: [
      goodStack("private subnet", [...network, group([UNKNOWN], ["private"])]),
      goodStack("private subnet by its known id", [...network, group(["subnet-private"])]),
      goodStack("subnets of another stack", [...network, group(["subnet-elsewhere"])]),
      badStack("public subnet", [...network, group([UNKNOWN], ["public"])], "subnetIds"),
      badStack("public subnet by its known id", [...network, group(["subnet-public"])], "subnetIds"),
      badStack(
        "a public subnet among private ones",
        [...network, group([UNKNOWN, UNKNOWN], ["private", "public"])],
        "subnetIds",
      ),
      unknownStack("subnets not known", [...network, group(UNKNOWN)], "subnetIds"),
    ],
  },
};
