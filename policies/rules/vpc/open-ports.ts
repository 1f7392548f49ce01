import type { ResourceContext } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import { DEFAULT_SECURITY_GROUP, SECURITY_GROUP } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { isAnyone } from "./anyone";

const LEGACY_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";

/** Separate resources that let traffic into a security group. */
export const INGRESS_RULE = [LEGACY_RULE, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"];

/** Separate resources that let traffic out of a security group. */
const EGRESS_RULE = [LEGACY_RULE, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"];

/** Every resource that can let traffic into a security group. */
export const INGRESS = [...SECURITY_GROUP, ...DEFAULT_SECURITY_GROUP, ...INGRESS_RULE];

/** Every resource that can let traffic out of a security group. */
export const EGRESS = [...SECURITY_GROUP, ...DEFAULT_SECURITY_GROUP, ...EGRESS_RULE];

/** Ports that a security group opens to the internet. */
export interface Opening {
  /** The address range, for findings. */
  at: Value;
  family: "IPv4" | "IPv6";
  /** `tcp`, `udp`, `all`, or the number of a protocol without ports. */
  protocol: string;
  from: number;
  to: number;
}

/** The ingress rules that a resource holds: a group's own, or the one that a separate resource is. */
export const ingressOf = (resource: Subject): Value[] => rulesOf(resource, "ingress", INGRESS_RULE);

/** The egress rules that a resource holds. */
export const egressOf = (resource: Subject): Value[] => rulesOf(resource, "egress", EGRESS_RULE);

function rulesOf({ type, props }: Subject, direction: string, separate: readonly string[]): Value[] {
  if (type === LEGACY_RULE) return props.at("type").string() === direction ? [props] : [];
  return separate.includes(type) ? [props] : props.at(direction).list();
}

/**
 * Runs a check for everything that a resource opens to the internet, inward unless told otherwise; ICMP has types
 * instead of ports and is left out.
 */
export function eachOpening(
  resource: Subject,
  each: ResourceContext["each"],
  check: (opening: Opening) => void,
  rules: (resource: Subject) => Value[] = ingressOf,
): void {
  each(rules(resource), (rule) => {
    const ranges = ["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6"].map((key) => rule.at(key));
    each(ranges, (range) =>
      each(range.list(), (at) => {
        const text = at.string();
        if (text !== undefined && isAnyone(text)) openingsOf(rule, at, text).forEach(check);
      }),
    );
  });
}

/** What a rule opens to a range: nothing where it is about ICMP. */
export function openingsOf(rule: Value, at: Value, range: string): Opening[] {
  const protocol = protocolOf(rule);
  if (protocol === "icmp") return [];
  const hasPorts = protocol === "tcp" || protocol === "udp";
  const from = (hasPorts ? rule.at("fromPort").number() : undefined) ?? 0;
  const to = (hasPorts ? rule.at("toPort").number() : undefined) ?? 65535;
  return [{ at, family: range.includes(":") ? "IPv6" : "IPv4", protocol, from, to }];
}

// AWS takes names and IANA numbers.
const PROTOCOLS = new Map([
  ["-1", "all"],
  ["6", "tcp"],
  ["17", "udp"],
  ["1", "icmp"],
  ["58", "icmp"],
  ["icmpv6", "icmp"],
]);

function protocolOf(rule: Value): string {
  const spelling = (rule.at("protocol").string() ?? rule.at("ipProtocol").string() ?? "all").toLowerCase();
  return PROTOCOLS.get(spelling) ?? spelling;
}

/** The opening as an exemption names it: `22`, `8000-8100`, `udp 53`, `protocol 50`, `all`. */
export function nameOf({ protocol, from, to }: Opening): string {
  if (protocol === "all" || (protocol === "tcp" && from === 0 && to === 65535)) return "all";
  if (protocol !== "tcp" && protocol !== "udp") return `protocol ${protocol}`;
  const ports = from === to ? `${from}` : `${from}-${to}`;
  return protocol === "udp" ? `udp ${ports}` : ports;
}

/** Which of these ports an opening reaches, one finding each; `all` where it reaches every port. */
export function reachedPorts(opening: Opening, ports: readonly number[]): string[] {
  if (nameOf(opening) === "all") return ["all"];
  if (opening.protocol !== "tcp" && opening.protocol !== "udp") return [];
  return ports.filter((port) => opening.from <= port && port <= opening.to).map(String);
}
