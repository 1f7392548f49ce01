import {
  bad,
  badStack,
  type CaseResource,
  good,
  goodStack,
  type Properties,
  unknown,
  unknownStack,
  UNKNOWN,
} from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { ROUTE_TABLE } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { isAnyone } from "./anyone";
import { destinationsOf, ROUTE, writtenRoutes } from "./routes";

const [TABLE = "", DEFAULT_TABLE = ""] = ROUTE_TABLE;
const VPC = "aws:ec2/vpc:Vpc";
const PEERING = { vpcPeeringConnectionId: UNKNOWN };
const vpc = { type: VPC, name: "peer", props: { cidrBlock: "10.1.0.0/16" } };
const route = (props: object, type = ROUTE): CaseResource => ({ type, name: "route", props: { ...props } });
const table = (...routes: object[]): Properties => ({ routes });

export const vpcPeeringRoutesLeastAccess: Rule = {
  id: "vpc-peering-routes-least-access",
  title: "Routes to a peered VPC lead to the subnets that are needed, not to all of it",
  severity: "low",
  controls: { cis: ["5.6"], nist: ["AC-4"] },
  references: { checkov: ["CKV2_AWS_44"] },
  why: "Peering is made for one service; a route to the whole network lets an intruder try every other one.",
  fix: "Set destinationCidrBlock to the cidrBlock of the peer's subnet instead of its VPC's, one route for each.",
  url: "https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html",
  types: [ROUTE, ...ROUTE_TABLE],
  check({ resource, props, each, violated }) {
    const routes = resource.type === ROUTE ? [props] : props.at("routes").list();
    each(routes.filter(isPeering), (peering) => {
      for (const destination of destinationsOf(peering))
        if (isAnyone(destination.string() ?? "")) violated(destination, "subnets of the peer", "the internet");
    });
  },
  checkStack({ subject, stack, each, violated }) {
    const networks = new Set(stack.ofTypes([VPC]).flatMap(({ props }) => knownText(props.at("cidrBlock"))));
    const routes = writtenRoutes(subject).map(({ at }) => at);
    each(routes.filter(isPeering), (peering) => {
      for (const destination of destinationsOf(peering))
        if (networks.has(destination.string() ?? "")) violated(destination, "subnets of the peer", "a whole VPC");
    });
  },
  cases: {
    resource: [
      good("a subnet", { ...PEERING, destinationCidrBlock: "10.1.4.0/24" }),
      good("a subnet, inline", table({ ...PEERING, cidrBlock: "10.1.4.0/24" }), { type: TABLE }),
      good("another gateway", { destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1", vpcPeeringConnectionId: "" }),
      bad("all", { ...PEERING, destinationCidrBlock: "0.0.0.0/0" }, "destinationCidrBlock"),
      bad("all of IPv6", { ...PEERING, destinationIpv6CidrBlock: "::/0" }, "destinationIpv6CidrBlock"),
      bad("all, inline", table({ ...PEERING, cidrBlock: "0.0.0.0/0" }), "routes[0].cidrBlock", { type: TABLE }),
      bad(
        "half of all, in the adopted table",
        table(
          { natGatewayId: "nat-1", cidrBlock: "0.0.0.0/0" },
          { vpcPeeringConnectionId: "pcx-1", cidrBlock: "0.0.0.0/1" },
        ),
        "routes[1].cidrBlock",
        { type: DEFAULT_TABLE },
      ),
      unknown("destination not known", { ...PEERING, destinationCidrBlock: UNKNOWN }, "destinationCidrBlock"),
      unknown("routes not known", { routes: UNKNOWN }, "routes", { type: TABLE }),
    ],
    stack: [
      goodStack("a subnet", [vpc, route({ ...PEERING, destinationCidrBlock: "10.1.4.0/24" })]),
      goodStack("the VPC by another way", [
        vpc,
        route({ transitGatewayId: "tgw-1", destinationCidrBlock: "10.1.0.0/16" }),
      ]),
      goodStack("routes left to AWS", [vpc, route({ routes: UNKNOWN }, TABLE)]),
      badStack(
        "the whole VPC",
        [vpc, route({ ...PEERING, destinationCidrBlock: "10.1.0.0/16" })],
        "destinationCidrBlock",
      ),
      badStack(
        "the whole VPC, inline",
        [vpc, route(table({ ...PEERING, cidrBlock: "10.1.0.0/16" }), TABLE)],
        "routes[0].cidrBlock",
      ),
      unknownStack(
        "destination not known",
        [vpc, route({ ...PEERING, destinationCidrBlock: UNKNOWN })],
        "destinationCidrBlock",
      ),
    ],
  },
};

function isPeering(route: Value): boolean {
  const connection = route.at("vpcPeeringConnectionId");
  return connection.isUnknown() || Boolean(connection.string());
}

const knownText = (value: Value): string[] => (value.isUnknown() ? [] : value.strings());
