import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { SUBNET } from "../../kernel/tokens";
import { UnknownValue } from "../../kernel/unknown";
import { isDefaultRoute, type Route, routesOfSubnet } from "./routes";

const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const VPN_GATEWAY = "aws:ec2/vpnGateway:VpnGateway";

/** The subnets that a property names and that have a route to an internet gateway; those of other stacks are not seen. */
export function publicSubnets(stack: StackIndex, resource: Subject, path: string): Subject[] {
  return subnetsOf(stack, resource, path).filter((subnet) => hasInternetRoute(stack, subnet));
}

/** The subnets of the stack that a property names, by reference or by known id. */
export function subnetsOf(stack: StackIndex, resource: Subject, path: string): Subject[] {
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
export const hasInternetRoute = (stack: StackIndex, subnet: Subject): boolean =>
  routesOfSubnet(stack, subnet).some((route) => leadsToInternetGateway(stack, route) && isDefaultRoute(route));

/** `gatewayId` also takes VPN gateways and `local`. */
function leadsToInternetGateway(stack: StackIndex, { at, holder, isInline }: Route): boolean {
  const gateway = at.at("gatewayId");
  if (!gateway.isSet()) return false;
  if (!gateway.isUnknown()) return gateway.string()?.startsWith("igw-") === true;
  const referred = stack.targets(holder, isInline ? "routes" : "gatewayId", [INTERNET_GATEWAY, VPN_GATEWAY]);
  if (referred.length === 0) throw new UnknownValue(gateway.path);
  return referred.some(({ type }) => type === INTERNET_GATEWAY);
}
