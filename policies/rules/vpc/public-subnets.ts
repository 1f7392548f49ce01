import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { ROUTE_TABLE, SUBNET } from "../../kernel/tokens";
import { UnknownValue } from "../../kernel/unknown";
import type { Value } from "../../kernel/value";
import { isAnyone } from "./anyone";
import { writtenList } from "./written-list";

const VPC = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];
const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const VPN_GATEWAY = "aws:ec2/vpnGateway:VpnGateway";
const ROUTE = "aws:ec2/route:Route";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const MAIN_ASSOCIATION = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
const DEFAULT_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";

/** The subnets that a property names and that have a route to an internet gateway; those of other stacks are not seen. */
export function publicSubnets(stack: StackIndex, resource: Subject, path: string): Subject[] {
  return subnetsOf(stack, resource, path).filter((subnet) => hasInternetRoute(stack, subnet));
}

function subnetsOf(stack: StackIndex, resource: Subject, path: string): Subject[] {
  const [property = path] = path.split(".");
  const referred = stack.targets(resource, property, SUBNET);
  if (referred.length > 0) return referred;
  const ids = new Set(resource.props.at(path).strings());
  return stack.ofTypes(SUBNET).filter(({ props }) => {
    const id = props.at("id");
    return !id.isUnknown() && ids.has(id.string() ?? "");
  });
}

/** Whether the route table in force for a subnet, its own or the VPC's main one, leads to an internet gateway. */
export function hasInternetRoute(stack: StackIndex, subnet: Subject): boolean {
  const associations = stack.pointingAt(subnet, [ASSOCIATION], "subnetId");
  const tables =
    associations.length > 0
      ? associations.flatMap((association) => stack.targets(association, "routeTableId", [...ROUTE_TABLE, ...VPC]))
      : stack.targets(subnet, "vpcId", VPC).flatMap((vpc) => mainTablesOf(stack, vpc));
  return tables.some((table) => leadsToInternet(stack, table));
}

/** The main table: one that replaces it, else the adopted one and the VPC itself, whose id of the table routes may use. */
function mainTablesOf(stack: StackIndex, vpc: Subject): Subject[] {
  const replacements = stack.pointingAt(vpc, [MAIN_ASSOCIATION], "vpcId");
  if (replacements.length > 0) return replacements.flatMap((each) => stack.targets(each, "routeTableId", ROUTE_TABLE));
  return [vpc, ...stack.pointingAt(vpc, [DEFAULT_TABLE], "defaultRouteTableId")];
}

function leadsToInternet(stack: StackIndex, table: Subject): boolean {
  const separate = stack.pointingAt(table, [ROUTE], "routeTableId");
  return (
    separate.some((route) => isDefaultToInternet(stack, route, "gatewayId", route.props)) ||
    writtenList(table, "routes").some((route) => isDefaultToInternet(stack, table, "routes", route))
  );
}

function isDefaultToInternet(stack: StackIndex, holder: Subject, property: string, route: Value): boolean {
  const destinations = ["cidrBlock", "ipv6CidrBlock", "destinationCidrBlock", "destinationIpv6CidrBlock"];
  return (
    isInternetGateway(stack, holder, property, route.at("gatewayId")) &&
    destinations.some((key) => isAnyone(route.at(key).string() ?? ""))
  );
}

/** `gatewayId` also takes VPN gateways and `local`. */
function isInternetGateway(stack: StackIndex, holder: Subject, property: string, gateway: Value): boolean {
  if (!gateway.isSet()) return false;
  if (!gateway.isUnknown()) return gateway.string()?.startsWith("igw-") === true;
  const referred = stack.targets(holder, property, [INTERNET_GATEWAY, VPN_GATEWAY]);
  if (referred.length === 0) throw new UnknownValue(gateway.path);
  return referred.some(({ type }) => type === INTERNET_GATEWAY);
}
