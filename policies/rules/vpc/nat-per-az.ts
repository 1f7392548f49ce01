import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { isDefaultRoute, routesOfSubnet } from "./routes";
import { zoneOf } from "./zones";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const NAT = "aws:ec2/natGateway:NatGateway";

const vpc = { type: VPC, name: "vpc", props: {} };
const subnet = (name: string, zone: unknown): CaseResource => ({
  type: SUBNET,
  name,
  props: { availabilityZone: zone },
  refers: { vpcId: "vpc" },
});
/** A private subnet with a route of its own. */
const routed = (name: string, zone: unknown, route: object, refers: string[] = []): CaseResource[] => [
  subnet(name, zone),
  {
    type: "aws:ec2/routeTable:RouteTable",
    name: `${name}-table`,
    props: { routes: [route] },
    refers: { routes: refers },
  },
  {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    name: `${name}-association`,
    props: { subnetId: UNKNOWN, routeTableId: UNKNOWN },
    refers: { subnetId: name, routeTableId: `${name}-table` },
  },
];
/** A private subnet that reaches the internet by a NAT gateway. */
const behind = (nat: string, name: string, zone: unknown): CaseResource[] =>
  routed(name, zone, { cidrBlock: "0.0.0.0/0", natGatewayId: UNKNOWN }, [nat]);
const nat = (name: string, place: string): CaseResource => ({
  type: NAT,
  name,
  props: { subnetId: UNKNOWN },
  refers: { subnetId: place },
});
const regional = { type: NAT, name: "nat", props: { availabilityMode: "regional" }, refers: { vpcId: "vpc" } };
const edge = subnet("edge", "a");
const edgeB = subnet("edge-b", "b");

export const natPerAz: Rule = {
  id: "nat-per-az",
  title: "Private subnets have a NAT gateway in their own zone",
  severity: "low",
  controls: { nist: ["CP-10"] },
  why: "With one gateway for all, the failure of its zone cuts off every zone, and traffic between zones is charged.",
  fix: 'Declare an aws.ec2.NatGateway in a public subnet of each zone, or one with availabilityMode "regional".',
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
  types: [VPC],
  checkStack({ subject, stack, violated }) {
    const subnets = stack.pointingAt(subject, [SUBNET], "vpcId");
    const gateways = stack.ofTypes([NAT]);
    if (gateways.some((gateway) => isRegionalOf(stack, gateway, subject))) return;
    const places = new Set(gateways.flatMap((gateway) => stack.targets(gateway, "subnetId", [SUBNET])));
    const zones = new Set(subnets.filter((each) => places.has(each)).map(zoneOf));
    // Without a gateway in this stack, routes lead to one of another stack.
    if (zones.size === 0) return;
    const needed = new Set(subnets.filter((each) => leadsToNat(stack, each)).map(zoneOf));
    const missing = [...needed].filter((zone) => !zones.has(zone));
    if (missing.length > 0)
      violated("vpcId", "a NAT gateway in each zone with private subnets", `none in ${missing.length} of the zones`);
  },
  cases: {
    stack: [
      goodStack("one in each zone", [
        vpc,
        edge,
        edgeB,
        nat("nat-a", "edge"),
        nat("nat-b", "edge-b"),
        ...behind("nat-a", "app-a", "a"),
        ...behind("nat-b", "app-b", "b"),
      ]),
      goodStack("one regional gateway", [
        vpc,
        regional,
        ...behind("nat", "app-a", "a"),
        ...behind("nat", "app-b", "b"),
      ]),
      goodStack("a single zone", [vpc, edge, nat("nat-a", "edge"), ...behind("nat-a", "app-a", "a")]),
      goodStack("isolated subnets in the other zone", [
        vpc,
        edge,
        nat("nat-a", "edge"),
        ...behind("nat-a", "app-a", "a"),
        subnet("data-b", "b"),
      ]),
      goodStack("a regional gateway beside an old one", [
        vpc,
        edge,
        nat("nat-a", "edge"),
        regional,
        ...behind("nat", "app-b", "b"),
      ]),
      goodStack("another way out in the other zone", [
        vpc,
        edge,
        nat("nat-a", "edge"),
        ...routed("app-b", "b", { cidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-1", natGatewayId: "" }),
        ...routed("app-c", "c", { cidrBlock: "10.9.0.0/16", natGatewayId: "nat-1" }),
      ]),
      goodStack("gateways of another stack", [
        vpc,
        ...routed("app-a", "a", { cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }),
      ]),
      goodStack("no gateway", [vpc, subnet("app-a", "a"), subnet("app-b", "b")]),
      badStack(
        "one for two zones",
        [vpc, edge, nat("nat-a", "edge"), ...behind("nat-a", "app-a", "a"), ...behind("nat-a", "app-b", "b")],
        "vpcId",
      ),
      badStack(
        "one for two zones, beside a regional gateway of another VPC",
        [
          vpc,
          edge,
          nat("nat-a", "edge"),
          { ...regional, refers: { vpcId: "other" } },
          ...behind("nat-a", "app-b", "b"),
        ],
        "vpcId",
      ),
      badStack(
        "two in one zone",
        [
          vpc,
          edge,
          nat("nat-a", "edge"),
          nat("nat-b", "edge"),
          ...behind("nat-a", "app-a", "a"),
          ...behind("nat-b", "app-b", "b"),
        ],
        "vpcId",
      ),
      unknownStack(
        "zone not known",
        [vpc, edge, nat("nat-a", "edge"), ...behind("nat-a", "app-a", UNKNOWN)],
        "availabilityZone of app-a",
      ),
    ],
  },
};

function isRegionalOf(stack: StackIndex, gateway: Subject, vpc: Subject): boolean {
  const mode = gateway.props.at("availabilityMode");
  return !mode.isUnknown() && mode.string() === "regional" && stack.targets(gateway, "vpcId", [VPC]).includes(vpc);
}

const leadsToNat = (stack: StackIndex, subnet: Subject): boolean =>
  routesOfSubnet(stack, subnet).some((route) => {
    const gateway = route.at.at("natGatewayId");
    return (gateway.isUnknown() || Boolean(gateway.string())) && isDefaultRoute(route);
  });
