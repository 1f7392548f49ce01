import type { DeployedStack } from "../program/deployed-stack";

/** Where the packets of a subnet can go beside the VPC itself, and whether answers from the internet come in. */
export interface WaysOut {
  /** Over IPv4 by a NAT gateway: outward only. */
  nat: boolean;
  /** Over IPv4 by the internet gateway: both ways, for what has a public address. */
  internet: boolean;
  /** Over IPv6, inward too where the gateway is the internet gateway. */
  ipv6: "none" | "outward" | "both";
  /** To S3 by its gateway endpoint. */
  s3: boolean;
}

interface Route {
  routeTableId: string;
  natGatewayId?: string;
  gatewayId?: string;
  egressOnlyGatewayId?: string;
  destinationCidrBlock?: string;
  destinationIpv6CidrBlock?: string;
}

/** The ways out of a subnet, by the route table that it is associated with. */
export function waysOutOf(subnet: string, stack: DeployedStack): WaysOut {
  const association = stack
    .all("aws:ec2/routeTableAssociation:RouteTableAssociation")
    .find(({ props }) => props.subnetId === subnet);
  if (!association) throw new Error(`the subnet ${subnet} has no route table of its own`);
  const table: string = association.props.routeTableId;
  const routes = stack.all("aws:ec2/route:Route").map(({ props }) => props as Route);
  const own = routes.filter(({ routeTableId }) => routeTableId === table);
  const endpoints = stack
    .all("aws:ec2/vpcEndpoint:VpcEndpoint")
    .filter(({ props }) => props.vpcEndpointType === "Gateway");
  return {
    nat: own.some((route) => route.natGatewayId !== undefined && isIpv4(route)),
    internet: own.some((route) => route.gatewayId !== undefined && isIpv4(route)),
    ipv6: ipv6Of(own),
    s3: endpoints.some(({ props }) => props.serviceName.endsWith(".s3") && props.routeTableIds.includes(table)),
  };
}

const isIpv4 = ({ destinationCidrBlock }: Route): boolean => destinationCidrBlock !== undefined;

function ipv6Of(routes: Route[]): WaysOut["ipv6"] {
  const ipv6 = routes.filter(({ destinationIpv6CidrBlock }) => destinationIpv6CidrBlock !== undefined);
  if (ipv6.some(({ gatewayId }) => gatewayId !== undefined)) return "both";
  return ipv6.some(({ egressOnlyGatewayId }) => egressOnlyGatewayId !== undefined) ? "outward" : "none";
}
