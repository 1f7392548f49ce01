import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { ROUTE_TABLE } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { isAnyone } from "./anyone";
import { writtenList } from "../../kernel/written-list";

export const VPC = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];
export const ROUTE = "aws:ec2/route:Route";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const MAIN_ASSOCIATION = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
const DEFAULT_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";

/** A route, a resource of its own or an element of its table's list. */
export interface Route {
  at: Value;
  /** The resource that holds it. */
  holder: Subject;
  /** Whether it is an element of `routes`, to which all references of the list belong. */
  isInline: boolean;
}

/** The routes of the table in force for a subnet: its own table, or the main one of its VPC. */
export const routesOfSubnet = (stack: StackIndex, subnet: Subject): Route[] =>
  tablesOf(stack, subnet).flatMap((table) => [
    ...stack.pointingAt(table, [ROUTE], "routeTableId").flatMap(writtenRoutes),
    ...writtenRoutes(table),
  ]);

/** The routes that a program gives a resource: a table's own, or the one that a separate resource is. */
export function writtenRoutes(holder: Subject): Route[] {
  if (holder.type === ROUTE) return [{ at: holder.props, holder, isInline: false }];
  return writtenList(holder, "routes").map((at) => ({ at, holder, isInline: true }));
}

/** Whether a route is for the internet, or a share of it. */
export const isDefaultRoute = ({ at }: Route): boolean =>
  destinationsOf(at).some((destination) => isAnyone(destination.string() ?? ""));

/** The address ranges that a route is for. */
export const destinationsOf = (route: Value): Value[] =>
  ["cidrBlock", "ipv6CidrBlock", "destinationCidrBlock", "destinationIpv6CidrBlock"].map((key) => route.at(key));

function tablesOf(stack: StackIndex, subnet: Subject): Subject[] {
  const associations = stack.pointingAt(subnet, [ASSOCIATION], "subnetId");
  return associations.length > 0
    ? associations.flatMap((association) => stack.targets(association, "routeTableId", [...ROUTE_TABLE, ...VPC]))
    : stack.targets(subnet, "vpcId", VPC).flatMap((vpc) => mainTablesOf(stack, vpc));
}

/** The main table: one that replaces it, else the adopted one and the VPC itself, whose id of the table routes may use. */
function mainTablesOf(stack: StackIndex, vpc: Subject): Subject[] {
  const replacements = stack.pointingAt(vpc, [MAIN_ASSOCIATION], "vpcId");
  if (replacements.length > 0) return replacements.flatMap((each) => stack.targets(each, "routeTableId", ROUTE_TABLE));
  return [vpc, ...stack.pointingAt(vpc, [DEFAULT_TABLE], "defaultRouteTableId")];
}
