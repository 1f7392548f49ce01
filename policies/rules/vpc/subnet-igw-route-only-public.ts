import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import { network } from "./network-cases";
import { hasInternetRoute } from "./public-subnets";

const SUBNET = "aws:ec2/subnet:Subnet";

const vpc = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} };
const gateway = { type: "aws:ec2/internetGateway:InternetGateway", name: "gateway", props: {} };
const vpn = { type: "aws:ec2/vpnGateway:VpnGateway", name: "vpn", props: {} };
const subnet = (props: object = {}, name = "app"): CaseResource => ({
  type: SUBNET,
  name,
  props: { id: "subnet-1", ...props },
  refers: { vpcId: "vpc" },
});
const table = (routes?: unknown, refers: string[] = []): CaseResource => ({
  type: "aws:ec2/routeTable:RouteTable",
  name: "table",
  props: { id: "rtb-1", routes },
  refers: { routes: refers },
});
const association: CaseResource = {
  type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
  name: "association",
  props: { subnetId: UNKNOWN, routeTableId: UNKNOWN },
  refers: { subnetId: "app", routeTableId: "table" },
};
const route = (props: object, refers: CaseResource["refers"] = {}): CaseResource => ({
  type: "aws:ec2/route:Route",
  name: "route",
  props: { destinationCidrBlock: "0.0.0.0/0", ...props },
  refers: { routeTableId: "table", ...refers },
});
const toGateway = { cidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN };

export const subnetIgwRouteOnlyPublic: Rule = {
  id: "subnet-igw-route-only-public",
  title: "Only subnets that are declared public have a route to an internet gateway",
  severity: "high",
  controls: { nist: ["SC-7(3)"] },
  references: { checkov: ["CKV2_AWS_35"], cdkNag: ["VPCNoUnrestrictedRouteToIGW"] },
  why: "A route to an internet gateway makes a subnet public; by mistake, it puts private workloads on the internet.",
  fix: "Route the subnet's internet traffic to a NAT gateway, or declare it public by its name, a tag or mapPublicIpOnLaunch.",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
  types: [SUBNET],
  parameters: {
    words: {
      type: "array",
      items: { type: "string" },
      default: ["public"],
      description: "Words that declare a subnet public, in its logical name or the value of a tag.",
    },
  },
  checkStack({ subject, stack, violated, params }) {
    if (hasInternetRoute(stack, subject) && !isDeclaredPublic(subject, params.words))
      violated("tags", "no route to an internet gateway, or a word that declares the subnet public", "neither");
  },
  cases: {
    stack: [
      goodStack("a public subnet and a private one", network),
      goodStack("declared by a tag", [
        vpc,
        gateway,
        subnet({ tags: { SubnetType: "Public" } }),
        table([toGateway], ["gateway"]),
        association,
      ]),
      goodStack("declared by public addresses", [
        vpc,
        gateway,
        subnet({ mapPublicIpOnLaunch: "true" }),
        table([toGateway], ["gateway"]),
        association,
      ]),
      goodStack(
        "declared by a word of one's own",
        [vpc, gateway, subnet({ tags: { Tier: "edge" } }), table([toGateway], ["gateway"]), association],
        { words: ["public", "edge"] },
      ),
      goodStack("a single destination", [
        vpc,
        gateway,
        subnet(),
        table([{ ...toGateway, cidrBlock: "203.0.113.7/32" }], ["gateway"]),
        association,
      ]),
      goodStack("a VPN gateway", [
        vpc,
        vpn,
        subnet(),
        table(),
        route({ gatewayId: UNKNOWN }, { gatewayId: "vpn" }),
        association,
      ]),
      goodStack("an egress-only gateway", [
        vpc,
        subnet(),
        table([{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" }]),
        association,
      ]),
      goodStack("no route table, main table left alone", [vpc, subnet()]),
      badStack("inline route", [vpc, gateway, subnet(), table([toGateway], ["gateway"]), association], "tags"),
      badStack(
        "one inline route, as an object",
        [vpc, subnet(), table({ ...toGateway, gatewayId: "igw-1" }), association],
        "tags",
      ),
      badStack(
        "inline IPv6 route",
        [vpc, subnet(), table([{ ipv6CidrBlock: "::/0", gatewayId: "igw-1" }]), association],
        "tags",
      ),
      badStack(
        "inline route beside one to a VPN gateway",
        [
          vpc,
          gateway,
          vpn,
          subnet(),
          table([toGateway, { cidrBlock: "10.0.0.0/8", gatewayId: UNKNOWN }], ["gateway", "vpn"]),
          association,
        ],
        "tags",
      ),
      badStack(
        "separate route",
        [vpc, gateway, subnet(), table(UNKNOWN), route({ gatewayId: UNKNOWN }, { gatewayId: "gateway" }), association],
        "tags",
      ),
      badStack(
        "separate IPv6 route",
        [
          vpc,
          subnet(),
          table(),
          route({ destinationCidrBlock: undefined, destinationIpv6CidrBlock: "::/0", gatewayId: "igw-1" }),
          association,
        ],
        "tags",
      ),
      badStack(
        "half of the internet",
        [vpc, subnet(), table(), route({ destinationCidrBlock: "128.0.0.0/1", gatewayId: "igw-1" }), association],
        "tags",
      ),
      badStack(
        "everything named by its known id",
        [
          vpc,
          subnet(),
          table(),
          { ...route({ routeTableId: "rtb-1", gatewayId: "igw-1" }), refers: {} },
          { ...association, props: { subnetId: "subnet-1", routeTableId: "rtb-1" }, refers: {} },
        ],
        "tags",
      ),
      badStack(
        "adopted main table",
        [
          vpc,
          gateway,
          subnet(),
          {
            type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
            name: "main",
            props: { routes: [toGateway] },
            refers: { defaultRouteTableId: "vpc", routes: "gateway" },
          },
        ],
        "tags",
      ),
      badStack(
        "replaced main table",
        [
          vpc,
          gateway,
          subnet(),
          table([toGateway], ["gateway"]),
          {
            type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
            name: "main",
            props: {},
            refers: { vpcId: "vpc", routeTableId: "table" },
          },
        ],
        "tags",
      ),
      badStack(
        "route in the VPC's main table",
        [vpc, subnet(), route({ gatewayId: "igw-1" }, { routeTableId: "vpc" })],
        "tags",
      ),
      unknownStack(
        "gateway not known",
        [vpc, subnet(), table(), route({ gatewayId: UNKNOWN }), association],
        "gatewayId",
      ),
      unknownStack(
        "inline routes not known",
        [vpc, gateway, subnet(), table(UNKNOWN, ["gateway"]), association],
        "routes of table",
      ),
      unknownStack(
        "an association of some subnet",
        [vpc, subnet(), { ...association, refers: {} }],
        "subnetId of association",
      ),
      unknownStack(
        "tags not known",
        [vpc, gateway, subnet({ tags: UNKNOWN }), table([toGateway], ["gateway"]), association],
        "tags",
      ),
    ],
  },
};

function isDeclaredPublic({ name, props }: Subject, words: readonly string[]): boolean {
  const speaks = (text: string): boolean => words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
  return (
    props.at("mapPublicIpOnLaunch").isTrue() ||
    speaks(name) ||
    props
      .at("tags")
      .entries()
      .some(([, value]) => speaks(value.string() ?? ""))
  );
}
