import ipaddr from "ipaddr.js";
import type { DeployedResource, DeployedStack } from "../program/deployed-stack";

/** Whom a rule of a security group lets in, or lets its members out to. */
export type Peer = { group: string } | { cidr: string } | { prefixList: string };

/** One rule of a security group, over TCP. */
export interface Rule {
  group: string;
  direction: "ingress" | "egress";
  from: number;
  to: number;
  peer: Peer;
}

const DIRECTIONS = {
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": "ingress",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": "egress",
} as const;

// Other ways to open or close the network, which the components do not use: a stack that has one is not proved.
const NOT_READ = [
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:ec2/networkAcl:NetworkAcl",
  "aws:ec2/networkAclRule:NetworkAclRule",
];

/** Every rule of every security group of a stack. */
export function rulesOf(stack: DeployedStack): Rule[] {
  const unread = stack.resources.find(({ type }) => NOT_READ.includes(type));
  if (unread) throw new Error(`${unread.name} is a ${unread.type}, which tests/proofs/network does not read`);
  for (const { name, props } of stack.all("aws:ec2/securityGroup:SecurityGroup")) {
    if (props.ingress?.length || props.egress?.length) throw new Error(`the group ${name} has rules within itself`);
  }
  return stack.resources.flatMap((resource) => {
    const direction = DIRECTIONS[resource.type as keyof typeof DIRECTIONS];
    return direction ? [ruleOf(resource, direction)] : [];
  });
}

function ruleOf({ name, props }: DeployedResource, direction: Rule["direction"]): Rule {
  const all = props.ipProtocol === "-1";
  if (!all && props.ipProtocol !== "tcp")
    throw new Error(`the rule ${name} is about ${props.ipProtocol}, which nothing here speaks`);
  const [from, to] = all ? [0, 65535] : [props.fromPort, props.toPort];
  return { group: props.securityGroupId, direction, from, to, peer: peerOf(name, props) };
}

function peerOf(name: string, props: DeployedResource["props"]): Peer {
  const peers: Peer[] = [
    ...(props.referencedSecurityGroupId ? [{ group: props.referencedSecurityGroupId }] : []),
    ...(props.cidrIpv4 ? [{ cidr: props.cidrIpv4 }] : []),
    ...(props.cidrIpv6 ? [{ cidr: props.cidrIpv6 }] : []),
    ...(props.prefixListId ? [{ prefixList: props.prefixListId }] : []),
  ];
  const [peer] = peers;
  if (peers.length !== 1 || !peer) throw new Error(`the rule ${name} has ${peers.length} peers`);
  return peer;
}

/** Whether two blocks of addresses have one in common. */
export function overlap(one: string, other: string): boolean {
  const [first, second] = [ipaddr.parseCIDR(one), ipaddr.parseCIDR(other)];
  if (first[0].kind() !== second[0].kind()) return false;
  const bits = Math.min(first[1], second[1]);
  return first[0].match(second[0], bits);
}
