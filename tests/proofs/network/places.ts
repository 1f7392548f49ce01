import { Simulator } from "@platform/simulator";
import type { DeployedResource, DeployedStack } from "../program/deployed-stack";
import { INTERNET } from "./internet";

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
  "aws:ecs/service:Service": ({ name, props }, stack) => {
    const { securityGroups, subnets, assignPublicIp } = props.networkConfiguration;
    return [
      inside(`service ${name}`, securityGroups, subnets, containerPorts(props.taskDefinition, stack), assignPublicIp),
    ];
  },
  "aws:sfn/stateMachine:StateMachine": ({ name, props }) =>
    networksOf(JSON.parse(props.definition)).map(({ SecurityGroups, Subnets }) =>
      inside(`task ${name}`, SecurityGroups, Subnets, []),
    ),
  "aws:lambda/function:Function": ({ name, props }) =>
    props.vpcConfig
      ? [inside(`function ${name}`, props.vpcConfig.securityGroupIds, props.vpcConfig.subnetIds, [])]
      : [],
  "pulumi-nodejs:dynamic/operations:OneOffTask": ({ name, props }) => [
    inside(`task ${name}`, props.securityGroupIds, props.subnetIds, []),
  ],
  "aws:rds/instance:Instance": ({ props }, stack) => {
    const source = stack
      .all("aws:rds/instance:Instance")
      .find((each) => each.props.identifier === props.replicateSourceDb);
    const group = props.dbSubnetGroupName ?? source?.props.dbSubnetGroupName;
    return [
      inside(
        props.replicateSourceDb === undefined ? "database" : "database replicas",
        props.vpcSecurityGroupIds,
        subnetsOf(stack, "aws:rds/subnetGroup:SubnetGroup", group),
        [props.port ?? 5432],
        props.publiclyAccessible,
      ),
    ];
  },
  "aws:rds/proxy:Proxy": ({ props }) => [
    inside("database proxy", props.vpcSecurityGroupIds, props.vpcSubnetIds, [5432]),
  ],
  "aws:efs/mountTarget:MountTarget": ({ props }, stack) => {
    const system = stack.all("aws:efs/fileSystem:FileSystem").find((each) => each.props.id === props.fileSystemId);
    return [inside(`files ${system?.name}`, props.securityGroups, [props.subnetId], [2049])];
  },
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
  const internet = { ...inside("internet", [], [], []), isPublic: true, outside: { cidrs: INTERNET } };
  const found = stack.resources.flatMap((resource) => {
    const reader = READERS[resource.type];
    if (!reader) refuseUnread(resource, stack);
    return reader?.(resource, stack) ?? [];
  });
  return [internet, ...cdnOf(stack), ...asPlaces(found).sort((a, b) => (a.name < b.name ? -1 : 1))];
}

/** Interface endpoints share one group, and so do the mount targets of a file system: each is one place. */
function asPlaces(found: Place[]): Place[] {
  const places = new Map<string, Place>();
  for (const place of found) {
    const other = places.get(place.name);
    const subnets = [...new Set([...(other?.subnets ?? []), ...place.subnets])];
    places.set(place.name, { ...place, subnets });
  }
  return [...places.values()];
}

function containerPorts(taskDefinitionArn: string, stack: DeployedStack): number[] {
  const all = stack.all("aws:ecs/taskDefinition:TaskDefinition");
  const definition = all.find(({ props }) => props.arn === taskDefinitionArn);
  const containers: { portMappings?: { containerPort: number }[] }[] = JSON.parse(
    definition?.props.containerDefinitions ?? "[]",
  );
  return containers.flatMap(({ portMappings = [] }) => portMappings.map(({ containerPort }) => containerPort));
}

interface TaskNetwork {
  SecurityGroups: string[];
  Subnets: string[];
}

/** The network of every task that a state machine runs, wherever its definition says so. */
function networksOf(definition: unknown): TaskNetwork[] {
  if (typeof definition !== "object" || definition === null) return [];
  return Object.entries(definition).flatMap(([key, value]) =>
    key === "AwsvpcConfiguration" ? [value as TaskNetwork] : networksOf(value),
  );
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
