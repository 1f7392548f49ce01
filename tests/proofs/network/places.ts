import { Simulator } from "@platform/simulator";
import type { DeployedResource, DeployedStack } from "../program/deployed-stack";

/** Something with an address: it opens connections, or answers them, or both. */
export interface Place {
  /** As people call it: `service api`. */
  name: string;
  /** Security groups of its network interfaces; none outside the VPC. */
  groups: string[];
  /** Subnets of its network interfaces. */
  subnets: string[];
  /** Ports that it listens on. */
  ports: number[];
  /** Whether it has a public address. */
  isPublic: boolean;
  /** Addresses outside the VPC that it comes from and is reached at. */
  outside?: { cidrs: string[]; prefixList?: string };
}

const ANYWHERE = ["203.0.113.0/24", "2001:db8:ffff::/48"];

/** How the network interfaces of a type are found. */
type Reader = (resource: DeployedResource, stack: DeployedStack) => Place[];

const inside = (name: string, groups: string[], subnets: string[], ports: number[], isPublic = false): Place => ({
  name,
  groups,
  subnets,
  ports,
  isPublic,
});

const READERS: { [type: string]: Reader } = {
  "aws:lb/loadBalancer:LoadBalancer": ({ props }, stack) => {
    const listeners = stack.all("aws:lb/listener:Listener").filter((each) => each.props.loadBalancerArn === props.arn);
    const ports = listeners.map((each) => each.props.port as number);
    return [inside("load balancer", props.securityGroups, props.subnets, ports, !props.internal)];
  },
  "aws:ecs/service:Service": ({ name, props }) => {
    const { securityGroups, subnets, assignPublicIp } = props.networkConfiguration;
    const ports = (props.loadBalancers ?? []).map((each: { containerPort: number }) => each.containerPort);
    return [inside(`service ${name}`, securityGroups, subnets, ports, assignPublicIp)];
  },
  "pulumi-nodejs:dynamic/operations:OneOffTask": ({ name, props }) => [
    inside(`task ${name}`, props.securityGroupIds, props.subnetIds, []),
  ],
  "aws:rds/instance:Instance": ({ props }, stack) => [
    inside(
      "database",
      props.vpcSecurityGroupIds,
      subnetsOf(stack, "aws:rds/subnetGroup:SubnetGroup", props.dbSubnetGroupName),
      [props.port ?? 5432],
      props.publiclyAccessible,
    ),
  ],
  "aws:elasticache/replicationGroup:ReplicationGroup": ({ props }, stack) => [
    inside(
      "cache",
      props.securityGroupIds,
      subnetsOf(stack, "aws:elasticache/subnetGroup:SubnetGroup", props.subnetGroupName),
      [props.port ?? 6379],
    ),
  ],
  "aws:ec2/vpcEndpoint:VpcEndpoint": ({ props }) =>
    props.vpcEndpointType === "Interface"
      ? [inside("AWS endpoints", props.securityGroupIds, props.subnetIds, [443])]
      : [],
};

/** Types that have a group's id without an interface of their own. */
const NO_PLACE = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];

/** Everything that may open a connection or answer one, the world outside included. */
export function placesOf(stack: DeployedStack): Place[] {
  const internet = { ...inside("internet", [], [], []), isPublic: true, outside: { cidrs: ANYWHERE } };
  const found = stack.resources.flatMap((resource) => {
    const reader = READERS[resource.type];
    if (!reader) refuseUnread(resource, stack);
    return reader?.(resource, stack) ?? [];
  });
  // Interface endpoints share one group, and are one place.
  const distinct = found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
  return [internet, ...cdnOf(stack), ...distinct.sort((a, b) => (a.name < b.name ? -1 : 1))];
}

function cdnOf(stack: DeployedStack): Place[] {
  if (stack.all("aws:cloudfront/distribution:Distribution").length === 0) return [];
  const outside = { cidrs: [], prefixList: cloudFrontAddresses(stack) };
  return [{ ...inside("CDN", [], [], []), isPublic: true, outside }];
}

/** The list in which AWS keeps the addresses that CloudFront calls from. */
function cloudFrontAddresses({ config: { account, region } }: DeployedStack): string {
  const name = "com.amazonaws.global.cloudfront.origin-facing";
  const token = "aws:ec2/getManagedPrefixList:getManagedPrefixList";
  return new Simulator({ account, region }).invoke(token, { name })["id"];
}

const subnetsOf = (stack: DeployedStack, type: string, name: string): string[] =>
  stack.all(type).find(({ props }) => props.name === name)?.props.subnetIds ?? [];

/** What has a security group has an address, and must not be left out of the proof. */
function refuseUnread({ type, name, props }: DeployedResource, stack: DeployedStack): void {
  if (NO_PLACE.includes(type) || type.startsWith("platform:") || type.startsWith("pulumi:")) return;
  const text = JSON.stringify(props);
  const group = stack.all("aws:ec2/securityGroup:SecurityGroup").find((each) => text.includes(`"${each.props.id}"`));
  if (!group) return;
  throw new Error(
    `${name}, a ${type}, stands behind the security group ${group.name}, and its reachability is not proved: say in ` +
      `tests/proofs/network/places.ts where its network interfaces are and what it listens on`,
  );
}
