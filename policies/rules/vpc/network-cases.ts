import { type CaseResource, UNKNOWN } from "../../kernel/cases";

const GATEWAY = { type: "aws:ec2/internetGateway:InternetGateway", name: "gateway", props: {} };

const routeTo = (gateway: "gatewayId" | "natGatewayId", subnet: string, target: string): CaseResource[] => [
  { type: "aws:ec2/routeTable:RouteTable", name: `${subnet}-table`, props: { routes: UNKNOWN } },
  {
    type: "aws:ec2/route:Route",
    name: `${subnet}-route`,
    props: { destinationCidrBlock: "0.0.0.0/0", routeTableId: UNKNOWN, [gateway]: UNKNOWN },
    refers: { routeTableId: `${subnet}-table`, [gateway]: target },
  },
  {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    name: `${subnet}-association`,
    props: { subnetId: UNKNOWN, routeTableId: UNKNOWN },
    refers: { subnetId: subnet, routeTableId: `${subnet}-table` },
  },
];

const subnet = (name: string): CaseResource => ({
  type: "aws:ec2/subnet:Subnet",
  name,
  props: { id: `subnet-${name}`, vpcId: UNKNOWN },
  refers: { vpcId: "vpc" },
});

/** For cases: a VPC with subnet `public`, which has a route to the internet gateway, and `private`, with one to a NAT gateway. */
export const network: CaseResource[] = [
  { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} },
  GATEWAY,
  { type: "aws:ec2/natGateway:NatGateway", name: "nat", props: {} },
  subnet("public"),
  ...routeTo("gatewayId", "public", GATEWAY.name),
  subnet("private"),
  ...routeTo("natGatewayId", "private", "nat"),
];
