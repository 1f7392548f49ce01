import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { UnknownValue } from "../../kernel/unknown";
import { knownZoneOf } from "./zones";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const vpc = { type: VPC, name: "vpc", props: {} };
const subnet = (name: string, props: Properties): CaseResource => ({
  type: SUBNET,
  name,
  props,
  refers: { vpcId: "vpc" },
});
const a = subnet("a", { availabilityZone: "eu-west-1a" });
const b = subnet("b", { availabilityZone: "eu-west-1b" });

export const vpcSpansAzs: Rule = {
  id: "vpc-spans-azs",
  title: "The subnets of a VPC span several availability zones",
  severity: "medium",
  controls: { nist: ["CP-10"] },
  why: "When the only zone of a network fails, everything in it is gone, and there is no place to restart it.",
  fix: "Declare subnets with other availabilityZones, for each tier one in each zone.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
  types: [VPC],
  parameters: {
    zones: { type: "integer", minimum: 2, maximum: 6, default: 2, description: "Zones that each VPC spans at least." },
  },
  checkStack({ subject, stack, params, violated }) {
    const subnets = stack.pointingAt(subject, [SUBNET], "vpcId");
    const zones = new Set(subnets.flatMap((each) => knownZoneOf(each) ?? []));
    // A VPC without subnets has them in another stack.
    if (subnets.length === 0 || zones.size >= params.zones) return;
    const unclear = subnets.find((each) => knownZoneOf(each) === undefined);
    if (unclear) throw new UnknownValue(`availabilityZone of ${unclear.name}`);
    violated("vpcId", `subnets in at least ${params.zones} zones`, `${zones.size}`);
  },
  cases: {
    stack: [
      goodStack("two zones", [vpc, a, b]),
      goodStack("two zones by id", [
        vpc,
        subnet("a", { availabilityZoneId: "euw1-az1" }),
        subnet("b", { availabilityZoneId: "euw1-az2" }),
      ]),
      goodStack("two zones, another one not known", [vpc, a, b, subnet("c", { availabilityZone: UNKNOWN })]),
      goodStack("subnets of another stack", [vpc]),
      badStack("one subnet", [vpc, a], "vpcId"),
      badStack("two subnets of a zone", [vpc, a, { ...a, name: "second" }], "vpcId"),
      badStack("two zones of three", [vpc, a, b], "vpcId", { zones: 3 }),
      unknownStack("zone not known", [vpc, a, subnet("c", { availabilityZone: UNKNOWN })], "availabilityZone of c"),
      unknownStack("zone left to AWS", [vpc, a, subnet("c", {})], "availabilityZone of c"),
      unknownStack("subnet of some VPC", [vpc, { ...a, props: { vpcId: UNKNOWN }, refers: {} }], "vpcId of a"),
    ],
  },
};
