import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { network } from "../vpc/network-cases";
import { publicSubnets } from "../vpc/public-subnets";
import { networkPathOf, TASK_STARTERS } from "./task-network";

const [SERVICE = ""] = TASK_STARTERS;

/** A resource of this type whose tasks run in these subnets. */
const starter = (type: string, subnets: unknown, refers: string[] = []): CaseResource => {
  const keys = networkPathOf(type).split(".");
  const props = keys.reduceRight<Properties>((inner, key) => ({ [key]: inner }), { subnets });
  return { type, name: "tasks", props, refers: { [keys[0] ?? ""]: refers } };
};

export const ecsPrivateSubnetsOnly: Rule = {
  id: "ecs-private-subnets-only",
  title: "ECS tasks run in subnets without a route to an internet gateway",
  severity: "high",
  controls: { nist: ["SC-7(3)"] },
  why: "In a public subnet, one wrong flag or security-group rule is enough to expose a task to the internet.",
  fix: "Give networkConfiguration.subnets the private subnets of the VPC, which reach the internet by a NAT gateway.",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-outbound.html",
  types: TASK_STARTERS,
  checkStack({ subject, stack, each, violated }) {
    const path = `${networkPathOf(subject.type)}.subnets`;
    each(publicSubnets(stack, subject, path), (subnet) =>
      violated(path, "private subnets alone", "a subnet with a route to an internet gateway", subnet.name),
    );
  },
  cases: {
    stack: [
      ...TASK_STARTERS.flatMap((type) => [
        goodStack(`private subnet, ${type}`, [...network, starter(type, [UNKNOWN], ["private"])]),
        badStack(
          `public subnet, ${type}`,
          [...network, starter(type, [UNKNOWN], ["public"])],
          `${networkPathOf(type)}.subnets`,
        ),
      ]),
      goodStack("private subnet by its known id", [...network, starter(SERVICE, ["subnet-private"])]),
      goodStack("subnet of another stack", [...network, starter(SERVICE, ["subnet-elsewhere"])]),
      goodStack("no network of its own", [...network, { type: SERVICE, name: "service", props: {} }]),
      badStack(
        "public subnet by its known id",
        [...network, starter(SERVICE, ["subnet-public"])],
        "networkConfiguration.subnets",
      ),
      badStack(
        "a public subnet among private ones",
        [...network, starter(SERVICE, [UNKNOWN, UNKNOWN], ["private", "public"])],
        "networkConfiguration.subnets",
      ),
      unknownStack("subnets not known", [...network, starter(SERVICE, UNKNOWN)], "networkConfiguration.subnets"),
    ],
  },
};
