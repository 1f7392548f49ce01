import {
  arn,
  type InvokeSimulations,
  type SimulatedRequest,
  type Simulation,
  type Simulations,
  stableHex,
} from "./simulation";

/** EC2's ids: a prefix that tells the kind, and 17 hexadecimal digits. */
const idOf = (request: SimulatedRequest, prefix: string): string => `${prefix}-${request.hex(17)}`;

/** A resource of which EC2 gives an id and, where it has one, an ARN. */
const withId =
  (prefix: string, arnKind?: string): Simulation =>
  (request) => {
    const id = idOf(request, prefix);
    return { id, outputs: arnKind ? { arn: arn(request, "ec2", `${arnKind}/${id}`) } : {} };
  };

const securityGroupRule: Simulation = (request) => {
  const id = idOf(request, "sgr");
  return { id, outputs: { securityGroupRuleId: id, arn: arn(request, "ec2", `security-group-rule/${id}`) } };
};

/** Amazon's own prefix lists are short, and each region has its own. */
const prefixListId = (region: string, name: string): string => `pl-${stableHex(`${region} ${name}`, 8)}`;

export const ec2: Simulations = {
  "aws:ec2/vpc:Vpc": (request) => {
    const id = idOf(request, "vpc");
    // No part begins with a zero, so that the block is in the short form in which AWS writes it.
    const ipv6CidrBlock = `2600:1f18:a${request.hex(3, "ipv6")}:b${request.hex(1, "ipv6")}00::/56`;
    return {
      id,
      outputs: {
        arn: arn(request, "ec2", `vpc/${id}`),
        ...(request.inputs.assignGeneratedIpv6CidrBlock && { ipv6CidrBlock }),
      },
    };
  },
  "aws:ec2/subnet:Subnet": withId("subnet", "subnet"),
  "aws:ec2/internetGateway:InternetGateway": withId("igw", "internet-gateway"),
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": withId("eigw"),
  "aws:ec2/eip:Eip": (request) => {
    const id = idOf(request, "eipalloc");
    const publicIp = `203.0.113.${parseInt(request.hex(2), 16)}`;
    return { id, outputs: { allocationId: id, arn: arn(request, "ec2", `elastic-ip/${id}`), publicIp } };
  },
  "aws:ec2/natGateway:NatGateway": withId("nat"),
  "aws:ec2/routeTable:RouteTable": withId("rtb", "route-table"),
  "aws:ec2/route:Route": (request) => ({ id: `r-${request.inputs.routeTableId}${request.hex(10)}`, outputs: {} }),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": withId("rtbassoc"),
  "aws:ec2/securityGroup:SecurityGroup": (request) => {
    const id = idOf(request, "sg");
    const name: string = request.inputs.name ?? request.autoname;
    return { id, outputs: { name, arn: arn(request, "ec2", `security-group/${id}`) } };
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": (request) => {
    const id = idOf(request, "sg");
    return { id, outputs: { name: "default", arn: arn(request, "ec2", `security-group/${id}`) } };
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupRule,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupRule,
  "aws:ec2/vpcEndpoint:VpcEndpoint": (request) => {
    const id = idOf(request, "vpce");
    const { vpcEndpointType, serviceName } = request.inputs;
    return {
      id,
      outputs: {
        arn: arn(request, "ec2", `vpc-endpoint/${id}`),
        ...(vpcEndpointType !== "Interface" && { prefixListId: prefixListId(request.region, serviceName) }),
      },
    };
  },
  "aws:ec2/flowLog:FlowLog": withId("fl", "vpc-flow-log"),
};

export const ec2Invokes: InvokeSimulations = {
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": (args, { region, partition }) => {
    const name: string = args.name;
    const id = prefixListId(region, name);
    return { id, name, region, arn: `arn:${partition}:ec2:${region}:aws:prefix-list/${id}` };
  },
};
