import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { network } from "../vpc/network-cases";
import { publicSubnets } from "../vpc/public-subnets";
import { SERVERLESS_CACHE } from "./caches";

const GROUP = "aws:elasticache/subnetGroup:SubnetGroup";
const placed = (subnetIds: unknown, refers: string[] = [], type = GROUP): CaseResource => ({
  type,
  name: "cache",
  props: { subnetIds },
  refers: { subnetIds: refers },
});

export const redisPrivateSubnets: Rule = {
  id: "redis-private-subnets",
  title: "Caches live in subnets without a route to an internet gateway",
  severity: "high",
  controls: { nist: ["SC-7"] },
  why: "Caches hold sessions and copies of data, and are not built to be reached from outside a trusted network.",
  fix: "Give subnetIds of the aws.elasticache.SubnetGroup the subnets whose route table has no internet gateway.",
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html",
  types: [GROUP, SERVERLESS_CACHE],
  checkStack({ subject, stack, each, violated }) {
    each(publicSubnets(stack, subject, "subnetIds"), (subnet) =>
      violated("subnetIds", "private subnets alone", "a subnet with a route to an internet gateway", subnet.name),
    );
  },
  cases: {
    stack: [
      goodStack("private subnet", [...network, placed([UNKNOWN], ["private"])]),
      goodStack("private subnet by its known id", [...network, placed(["subnet-private"])]),
      goodStack("subnets of another stack", [...network, placed(["subnet-elsewhere"])]),
      goodStack("serverless, private subnet", [...network, placed([UNKNOWN], ["private"], SERVERLESS_CACHE)]),
      badStack("public subnet", [...network, placed([UNKNOWN], ["public"])], "subnetIds"),
      badStack("public subnet by its known id", [...network, placed(["subnet-public"])], "subnetIds"),
      badStack(
        "a public subnet among private ones",
        [...network, placed([UNKNOWN, UNKNOWN], ["private", "public"])],
        "subnetIds",
      ),
      badStack("serverless, public subnet", [...network, placed([UNKNOWN], ["public"], SERVERLESS_CACHE)], "subnetIds"),
      unknownStack("subnets not known", [...network, placed(UNKNOWN)], "subnetIds"),
    ],
  },
};
