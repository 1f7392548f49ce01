import * as fc from "fast-check";
import type { WireObject } from "@platform/simulator";
import { madeUpStack, type MadeUpResource } from "../program/made-up-stack";
import { Reachability } from "./reachability";
import { overlap } from "./rules";

const resource = (type: string, name: string, props: WireObject): MadeUpResource => ({ type, name, props });

const group = (id: string, more = {}): MadeUpResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", id, { id, ...more });
const rule = (kind: "Ingress" | "Egress", securityGroupId: string, port: number, peer: WireObject, more = {}) =>
  resource(
    `aws:vpc/securityGroup${kind}Rule:SecurityGroup${kind}Rule`,
    `${securityGroupId}-${kind}-${port}-${Object.values(peer).join()}`,
    { securityGroupId, ipProtocol: "tcp", fromPort: port, toPort: port, ...peer, ...more },
  );
const letIn = (id: string, port: number, peer: WireObject) => rule("Ingress", id, port, peer);
const letOut = (id: string, port: number, peer: WireObject) => rule("Egress", id, port, peer);
const to = (id: string) => ({ referencedSecurityGroupId: id });
const ANYWHERE = { cidrIpv4: "0.0.0.0/0" };

const subnet = (id: string, cidrBlock: string, ...routes: WireObject[]): MadeUpResource[] => [
  resource("aws:ec2/subnet:Subnet", id, { id, cidrBlock }),
  resource("aws:ec2/routeTableAssociation:RouteTableAssociation", id, { subnetId: id, routeTableId: `rtb-${id}` }),
  ...routes.map((route, index) =>
    resource("aws:ec2/route:Route", `${id}-${index}`, { routeTableId: `rtb-${id}`, ...route }),
  ),
];
const byNat = { natGatewayId: "nat-1", destinationCidrBlock: "0.0.0.0/0" };
const byGateway = { gatewayId: "igw-1", destinationCidrBlock: "0.0.0.0/0" };

const service = (name: string, subnets: string, assignPublicIp = false): MadeUpResource =>
  resource("aws:ecs/service:Service", name, {
    networkConfiguration: { securityGroups: [`sg-${name}`], subnets: [subnets], assignPublicIp },
    loadBalancers: [{ containerPort: 8000 }],
  });

const open = (...resources: MadeUpResource[]): string[] =>
  new Reachability(madeUpStack(...resources))
    .open()
    .map(({ from, to: other, ports }) => `${from} → ${other}: ${ports}`);

const TWO = [group("sg-a"), group("sg-b"), service("a", "one"), service("b", "two")];
const APART = [...subnet("one", "10.0.1.0/24"), ...subnet("two", "10.0.2.0/24")];

describe("a way between two services", () => {
  it("needs a rule on either side", () => {
    const [out, inward] = [letOut("sg-a", 8000, to("sg-b")), letIn("sg-b", 8000, to("sg-a"))];
    expect(open(...TWO, ...APART)).toEqual([]);
    expect(open(...TWO, ...APART, out)).toEqual([]);
    expect(open(...TWO, ...APART, inward)).toEqual([]);
    expect(open(...TWO, ...APART, out, inward)).toEqual(["service a → service b: 8000"]);
  });

  it("is open at the ports that both rules name", () => {
    const all = { ipProtocol: "-1" };
    const wide = rule("Egress", "sg-a", 0, to("sg-b"), all);
    expect(open(...TWO, ...APART, wide, letIn("sg-b", 22, to("sg-a")))).toEqual(["service a → service b: 22"]);
    expect(open(...TWO, ...APART, letOut("sg-a", 443, to("sg-b")), letIn("sg-b", 8000, to("sg-a")))).toEqual([]);
  });

  it("is open by blocks of addresses that the other side lies in", () => {
    const out = letOut("sg-a", 8000, { cidrIpv4: "10.0.2.0/25" });
    expect(open(...TWO, ...APART, out, letIn("sg-b", 8000, { cidrIpv4: "10.0.0.0/16" }))).toEqual([
      "service a → service b: 8000",
    ]);
    expect(open(...TWO, ...APART, out, letIn("sg-b", 8000, { cidrIpv4: "10.0.3.0/24" }))).toEqual([]);
  });
});

describe("the internet", () => {
  const out = letOut("sg-a", 443, ANYWHERE);
  const a = [group("sg-a"), service("a", "one")];

  it("is reached by a NAT gateway, or not at all", () => {
    expect(open(...a, ...subnet("one", "10.0.1.0/24", byNat), out)).toEqual(["service a → internet: 443"]);
    expect(open(...a, ...subnet("one", "10.0.1.0/24", byNat))).toEqual([]);
    expect(open(...a, ...subnet("one", "10.0.1.0/24"), out)).toEqual([]);
  });

  it("is reached through its own gateway only from a public address, and then reaches back", () => {
    const shown = [group("sg-a"), service("a", "one", true)];
    const place = subnet("one", "10.0.1.0/24", byGateway);
    const inward = letIn("sg-a", 8000, ANYWHERE);
    expect(open(...a, ...place, out, inward)).toEqual([]);
    expect(open(...shown, ...place, out, inward)).toEqual(["internet → service a: 8000", "service a → internet: 443"]);
    expect(open(...shown, ...subnet("one", "10.0.1.0/24", byNat), inward)).toEqual([]);
  });

  it("is reached over IPv6 where route and rule are of IPv6", () => {
    const place = subnet("one", "10.0.1.0/24", { egressOnlyGatewayId: "eigw-1", destinationIpv6CidrBlock: "::/0" });
    expect(open(...a, ...place, letOut("sg-a", 443, { cidrIpv6: "::/0" }))).toEqual(["service a → internet: 443"]);
    expect(open(...a, ...place, out)).toEqual([]);
  });
});

describe("S3", () => {
  const endpoint = resource("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", {
    vpcEndpointType: "Gateway",
    serviceName: "com.amazonaws.us-east-1.s3",
    routeTableIds: ["rtb-one"],
    prefixListId: "pl-s3",
  });
  const a = [group("sg-a"), service("a", "one"), ...subnet("one", "10.0.1.0/24")];

  it("is reached by the gateway in a subnet's routes", () => {
    expect(open(...a, endpoint, letOut("sg-a", 443, { prefixListId: "pl-s3" }))).toEqual(["service a → S3: 443"]);
    expect(open(...a, endpoint, letOut("sg-a", 443, { prefixListId: "pl-other" }))).toEqual([]);
    expect(open(...a, letOut("sg-a", 443, { prefixListId: "pl-s3" }))).toEqual([]);
  });
});

describe("a proof ends over", () => {
  it.each<[string, MadeUpResource[]]>([
    [
      "a thing behind a group of which nobody knows where it is",
      [group("sg-a"), resource("aws:lambda/function:Function", "f", { vpcConfig: { securityGroupIds: ["sg-a"] } })],
    ],
    ["rules within a group", [group("sg-a", { ingress: [{ protocol: "tcp" }] })]],
    ["rules of another kind", [resource("aws:ec2/securityGroupRule:SecurityGroupRule", "r", {})]],
    ["a network ACL", [resource("aws:ec2/networkAcl:NetworkAcl", "acl", {})]],
    ["a rule about another protocol", [rule("Ingress", "sg-a", 53, ANYWHERE, { ipProtocol: "udp" })]],
    ["a rule without a peer", [rule("Ingress", "sg-a", 53, {})]],
    ["a subnet without routes", [group("sg-a"), service("a", "nowhere"), letOut("sg-a", 443, ANYWHERE)]],
  ])("%s", (_what, resources) => {
    expect(() => open(...resources)).toThrow();
  });
});

describe("two blocks", () => {
  const block = fc.tuple(fc.nat(2 ** 32 - 1), fc.integer({ min: 0, max: 32 })).map(([address, bits]) => {
    const parts = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
    return `${parts.join(".")}/${bits}`;
  });
  /** First and last address. */
  const bounds = (cidr: string): [number, number] => {
    const [address = "", bits = ""] = cidr.split("/");
    const size = 2 ** (32 - Number(bits));
    const number = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
    const first = Math.floor(number / size) * size;
    return [first, first + size - 1];
  };

  it("overlap where an address lies in both", () => {
    fc.assert(
      fc.property(block, block, (one, other) => {
        const [[a, b], [c, d]] = [bounds(one), bounds(other)];
        expect(overlap(one, other)).toBe(a <= d && c <= b);
      }),
    );
  });
});
