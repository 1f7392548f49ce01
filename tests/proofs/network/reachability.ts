import type { DeployedStack } from "../program/deployed-stack";
import { type Place, placesOf } from "./places";
import { waysOutOf } from "./routes";
import { overlap, type Peer, type Rule, rulesOf } from "./rules";

const S3 = "S3";
/** What somebody would try who has come in anywhere. */
const ALWAYS_TRIED = [22, 80, 443, 3389];

/** Who reaches whom over TCP, from the security groups on both sides and the routes between them. */
export class Reachability {
  readonly places: Place[];
  private readonly rules: Rule[];
  /** Blocks of addresses of the stack's subnets. */
  private readonly blocks = new Map<string, string[]>();

  constructor(private readonly stack: DeployedStack) {
    this.places = placesOf(stack);
    this.rules = rulesOf(stack);
    for (const { props } of stack.all("aws:ec2/subnet:Subnet")) {
      this.blocks.set(
        props.id,
        [props.cidrBlock, props.ipv6CidrBlock].filter((block) => block !== undefined),
      );
    }
  }

  /** Every open way, as `from`, `to` and the ports; the ports that are tried are those on which anything
   * listens or of which any rule speaks. */
  open(): OpenWay[] {
    const named = this.rules.flatMap(({ from, to }) => [from, to]).filter((port) => port > 0);
    const listening = this.places.flatMap((place) => place.ports);
    const ports = [...new Set([...ALWAYS_TRIED, ...listening, ...named])].sort((a, b) => a - b);
    const ways = this.places.flatMap((from) =>
      this.places
        .filter((to) => to !== from)
        .map((to) => ({ from: from.name, to: to.name, ports: ports.filter((port) => this.reaches(from, to, port)) })),
    );
    return [...ways, ...this.waysToS3()].filter((way) => way.ports.length > 0);
  }

  reaches(from: Place, to: Place, port: number): boolean {
    if (from.outside && to.outside) return false;
    return this.isRouted(from, to, port) && this.letsOut(from, to, port) && this.letsIn(from, to, port);
  }

  private isRouted(from: Place, to: Place, port: number): boolean {
    if (to.outside) return from.subnets.some((subnet) => this.leadsOut(from, to, subnet, port));
    if (!from.outside) return true;
    return to.subnets.some((subnet) => this.leadsIn(from, to, subnet));
  }

  /** Out over IPv4 or IPv6, over each only where a rule lets that out too. */
  private leadsOut(from: Place, to: Place, subnet: string, port: number): boolean {
    const ways = waysOutOf(subnet, this.stack);
    const byIpv4 = ways.nat || (ways.internet && from.isPublic);
    return this.rulesOfPlace(from, "egress", port).some(
      ({ peer }) => "cidr" in peer && reachesOutside(peer, to) && (isIpv6(peer.cidr) ? ways.ipv6 !== "none" : byIpv4),
    );
  }

  /** CloudFront has a door of its own into the VPC, by which it reaches what has no public address. */
  private leadsIn(from: Place, to: Place, subnet: string): boolean {
    if (from.name === "CDN") {
      const origins = this.stack.all("aws:cloudfront/vpcOrigin:VpcOrigin");
      if (origins.length > 0 && to.name === "load balancer") return true;
    }
    const ways = waysOutOf(subnet, this.stack);
    return (ways.internet && to.isPublic) || ways.ipv6 === "both";
  }

  private letsOut(from: Place, to: Place, port: number): boolean {
    return (
      from.outside !== undefined || this.rulesOfPlace(from, "egress", port).some(({ peer }) => this.isPeer(peer, to))
    );
  }

  private letsIn(from: Place, to: Place, port: number): boolean {
    return (
      to.outside !== undefined || this.rulesOfPlace(to, "ingress", port).some(({ peer }) => this.isPeer(peer, from))
    );
  }

  private rulesOfPlace({ groups }: Place, direction: Rule["direction"], port: number): Rule[] {
    return this.rules.filter(
      (rule) => rule.direction === direction && groups.includes(rule.group) && rule.from <= port && port <= rule.to,
    );
  }

  private isPeer(peer: Peer, { groups, subnets, outside }: Place): boolean {
    if ("group" in peer) return groups.includes(peer.group);
    if ("prefixList" in peer) return outside?.prefixList === peer.prefixList;
    const blocks = outside?.cidrs ?? subnets.flatMap((subnet) => this.blocks.get(subnet) ?? []);
    // CloudFront's addresses are on the internet.
    return outside?.prefixList ? peer.cidr === "0.0.0.0/0" : blocks.some((block) => overlap(peer.cidr, block));
  }

  private waysToS3(): OpenWay[] {
    const lists = this.stack.all("aws:ec2/vpcEndpoint:VpcEndpoint").map(({ props }) => props.prefixListId);
    return this.places
      .filter(({ subnets }) => subnets.some((subnet) => waysOutOf(subnet, this.stack).s3))
      .map((from) => {
        const lets = this.rulesOfPlace(from, "egress", 443).some(
          ({ peer }) =>
            ("cidr" in peer && peer.cidr === "0.0.0.0/0") || ("prefixList" in peer && lists.includes(peer.prefixList)),
        );
        return { from: from.name, to: S3, ports: lets ? [443] : [] };
      });
  }
}

export interface OpenWay {
  from: string;
  to: string;
  ports: number[];
}

const isIpv6 = (cidr: string): boolean => cidr.includes(":");

const reachesOutside = (peer: { cidr: string }, { outside }: Place): boolean =>
  (outside?.cidrs ?? []).some((block) => overlap(peer.cidr, block));
