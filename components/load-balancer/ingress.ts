import type * as pulumi from "@pulumi/pulumi";

/** Who may reach the load balancer; it has public addresses only for the internet. */
export type LoadBalancerIngress =
  | { kind: "internet" }
  /** Only the addresses in a managed prefix list, for example those that CloudFront calls origins from. */
  | { kind: "prefixList"; prefixListId: pulumi.Input<string> };

export interface TestListenerArgs {
  port: number;
  /** IPv4 ranges that may reach it. */
  sources: string[];
}

interface IngressRule {
  /** Role within the load balancer's names. */
  role: string;
  port: number;
  description: string;
  cidrIpv4?: string;
  cidrIpv6?: string;
  prefixListId?: pulumi.Input<string>;
}

/**
 * The rules of the security group. A prefix list counts with every address it may hold, CloudFront's with 55 of the
 * 60 rules that a group may have by default
 * (https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html), so it gets a single
 * rule; and nobody needs to be redirected who never comes by HTTP.
 */
export function ingressRules(ingress: LoadBalancerIngress, ipv6: boolean): IngressRule[] {
  if (ingress.kind === "prefixList") {
    const { prefixListId } = ingress;
    return [{ role: "https-prefix-list", port: 443, description: "HTTPS from the prefix list", prefixListId }];
  }
  const ports = [
    { scheme: "https", port: 443, description: "HTTPS from the internet" },
    { scheme: "http", port: 80, description: "HTTP from the internet, redirected to HTTPS" },
  ];
  return ports.flatMap(({ scheme, port, description }) => [
    { role: `${scheme}-ipv4`, port, description, cidrIpv4: "0.0.0.0/0" },
    ...(ipv6 ? [{ role: `${scheme}-ipv6`, port, description, cidrIpv6: "::/0" }] : []),
  ]);
}

/** One rule for each range, named by it, so that no other rule changes when one comes or goes. */
export const testRules = ({ port, sources }: TestListenerArgs): IngressRule[] =>
  sources.map((cidrIpv4) => ({
    role: `test-${cidrIpv4.replace(/[./]/g, "-")}`,
    port,
    description: "HTTPS from those who test new versions",
    cidrIpv4,
  }));
