import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";

const ANY_IPV4 = "0.0.0.0/0";
const ANY_IPV6 = "::/0";

type RouteTableIds = pulumi.Input<string>[];

/** Both ways between the internet and the tables' subnets, over IPv6 too where the network has it. */
export function routeToInternet(
  name: string,
  tables: RouteTableIds,
  gatewayId: pulumi.Input<string>,
  ipv6: boolean,
  opts: pulumi.CustomResourceOptions,
): void {
  tables.forEach((routeTableId, index) => {
    const route = { routeTableId, gatewayId };
    new ec2.Route(`${name}-${index + 1}-ipv4`, { ...route, destinationCidrBlock: ANY_IPV4 }, opts);
    if (ipv6) new ec2.Route(`${name}-${index + 1}-ipv6`, { ...route, destinationIpv6CidrBlock: ANY_IPV6 }, opts);
  });
}

/** Outward over IPv4: each table by its own zone's NAT gateway, all by the only one, or not at all. */
export function routeToNat(
  name: string,
  tables: RouteTableIds,
  gatewayIds: pulumi.Input<string>[],
  opts: pulumi.CustomResourceOptions,
): ec2.Route[] {
  return tables.flatMap((routeTableId, index) => {
    const natGatewayId = gatewayIds[index] ?? gatewayIds[0];
    if (natGatewayId === undefined) return [];
    const route = { routeTableId, natGatewayId, destinationCidrBlock: ANY_IPV4 };
    return [new ec2.Route(`${name}-${index + 1}-ipv4`, route, opts)];
  });
}

/** Outward over IPv6, by a gateway that lets nothing in; it serves all zones and costs nothing. */
export function routeToEgressOnlyGateway(
  name: string,
  tables: RouteTableIds,
  vpcId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  const gateway = new ec2.EgressOnlyInternetGateway(name, { vpcId, tags: { Name: name } }, opts);
  tables.forEach((routeTableId, index) => {
    const route = { routeTableId, egressOnlyGatewayId: gateway.id, destinationIpv6CidrBlock: ANY_IPV6 };
    new ec2.Route(`${name}-${index + 1}-ipv6`, route, opts);
  });
}
