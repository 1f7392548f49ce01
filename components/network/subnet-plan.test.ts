import fc from "fast-check";
import { contains, formatBlock, type Ipv4Block, overlap, parseBlock } from "./ipv4-block";
import { planSubnets, subnetProblems } from "./subnet-plan";
import { tiersOf } from "./tier";

const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"];
const twoZones = ZONES.slice(0, 2);

/** Private VPC blocks that can be planned: 10.0.0.0/16 to 10.255.252.0/22. */
const plannable = fc
  .record({ prefix: fc.integer({ min: 16, max: 22 }), at: fc.integer({ min: 0, max: 2 ** 24 - 1 }) })
  .map(({ prefix, at }) => {
    const size = 2 ** (32 - prefix);
    return formatBlock({ first: 10 * 2 ** 24 + Math.floor(at / size) * size, prefix });
  });
const zoneCount = fc.integer({ min: 2, max: 4 });

const blocksOf = (texts: string[]): Ipv4Block[] => texts.flatMap((text) => parseBlock(text) ?? []);

describe("planSubnets", () => {
  it("gives private half, public and isolated an eighth each, and leaves a quarter free", () => {
    expect(planSubnets("10.0.0.0/16", ZONES)).toEqual({
      private: ["10.0.0.0/19", "10.0.32.0/19", "10.0.64.0/19", "10.0.96.0/19"],
      public: ["10.0.128.0/21", "10.0.136.0/21", "10.0.144.0/21", "10.0.152.0/21"],
      isolated: ["10.0.160.0/21", "10.0.168.0/21", "10.0.176.0/21", "10.0.184.0/21"],
    });
  });

  it("plans disjoint subnets inside the VPC, one for each zone and tier", () => {
    fc.assert(
      fc.property(plannable, zoneCount, (cidr, zones) => {
        const tiers = tiersOf(planSubnets(cidr, ZONES.slice(0, zones)));
        const [vpc] = blocksOf([cidr]) as [Ipv4Block];
        const blocks = blocksOf(tiers.flatMap(([, texts]) => texts));
        expect(tiers.map(([tier, texts]) => [tier, texts.length])).toEqual([
          ["public", zones],
          ["private", zones],
          ["isolated", zones],
        ]);
        for (const block of blocks) {
          expect(contains(vpc, block)).toBe(true);
          expect(blocks.filter((other) => overlap(block, other))).toHaveLength(1);
        }
      }),
    );
  });

  it("keeps every subnet where it is when a zone is added", () => {
    fc.assert(
      fc.property(plannable, fc.integer({ min: 2, max: 3 }), (cidr, zones) => {
        const before = planSubnets(cidr, ZONES.slice(0, zones));
        const after = planSubnets(cidr, ZONES.slice(0, zones + 1));
        for (const tier of ["public", "private", "isolated"] as const)
          expect(after[tier].slice(0, zones)).toEqual(before[tier]);
      }),
    );
  });

  it("plans nothing that would be refused if it were written out", () => {
    fc.assert(
      fc.property(plannable, zoneCount, (cidr, zones) => {
        const names = ZONES.slice(0, zones);
        expect(subnetProblems(cidr, names, planSubnets(cidr, names))).toEqual([]);
      }),
    );
  });

  it("throws with all that is wrong", () => {
    expect(() => planSubnets("10.0.0.0/24", ["us-east-1a"])).toThrow(
      "availabilityZones has 1 zone: name 2 to 4; cidr 10.0.0.0/24 is too small to plan three tiers over 4 zones: " +
        "take a /22 (1,024 addresses) or larger, or list every block under subnets",
    );
  });
});

describe("subnetProblems", () => {
  const subnets = { public: ["10.0.0.0/24", "10.0.1.0/24"], private: ["10.0.10.0/24", "10.0.11.0/24"] };

  it("finds nothing in two tiers that fit", () => {
    expect(subnetProblems("10.0.0.0/16", twoZones, subnets)).toEqual([]);
  });

  it("takes explicit subnets in a VPC that is too small to plan", () => {
    const small = { public: ["10.0.0.0/27", "10.0.0.32/27"], private: ["10.0.0.64/26", "10.0.0.128/26"] };
    expect(subnetProblems("10.0.0.0/24", twoZones, small)).toEqual([]);
  });

  it.each([
    ["10.0.0.0", ["cidr 10.0.0.0 is no IPv4 block: write an address and a prefix length, such as 10.0.0.0/16"]],
    ["10.0.0.1/16", ["cidr 10.0.0.1/16 does not start at the block's first address: write 10.0.0.0/16"]],
    [
      "52.0.0.0/16",
      ["cidr 52.0.0.0/16 is not private: take a block of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10"],
    ],
    ["10.0.0.0/15", ["cidr 10.0.0.0/15 is too large: AWS takes a /16 at most"]],
    [
      "10.0.0.0/23",
      [
        "cidr 10.0.0.0/23 is too small to plan three tiers over 4 zones: take a /22 (1,024 addresses) or larger, " +
          "or list every block under subnets",
      ],
    ],
  ])("of the VPC's block: %s", (cidr, expected) => {
    expect(subnetProblems(cidr, twoZones)).toEqual(expected);
  });

  it.each([
    [[], "availabilityZones has 0 zones: name 2 to 4"],
    [[...ZONES, "us-east-1e"], "availabilityZones has 5 zones: name 2 to 4"],
    [["us-east-1a", "us-east-1a"], "availabilityZones names us-east-1a more than once"],
  ])("of the zones: %j", (zones, expected) => {
    expect(subnetProblems("10.0.0.0/16", zones)).toEqual([expected]);
  });

  it.each([
    [
      "too few for the zones",
      { ...subnets, private: ["10.0.10.0/24"] },
      "subnets.private has 1 block for 2 availability zones: give one for each zone, in the zones' order",
    ],
    [
      "one tier in another",
      { ...subnets, isolated: ["10.0.20.0/24", "10.0.11.128/25"] },
      "subnets.isolated[1] 10.0.11.128/25 overlaps subnets.private[1] 10.0.11.0/24",
    ],
    [
      "one block twice",
      { ...subnets, public: ["10.0.0.0/24", "10.0.0.0/24"] },
      "subnets.public[1] 10.0.0.0/24 overlaps subnets.public[0] 10.0.0.0/24",
    ],
    [
      "outside the VPC",
      { ...subnets, private: ["10.0.10.0/24", "10.1.11.0/24"] },
      "subnets.private[1] 10.1.11.0/24 lies outside the VPC's cidr 10.0.0.0/16",
    ],
    [
      "host bits",
      { ...subnets, private: ["10.0.10.0/24", "10.0.11.9/24"] },
      "subnets.private[1] 10.0.11.9/24 does not start at the block's first address: write 10.0.11.0/24",
    ],
    [
      "no block",
      { ...subnets, public: ["10.0.0.0/24", "b"] },
      "subnets.public[1] b is no IPv4 block: write an address and a prefix length, such as 10.0.1.0/24",
    ],
    [
      "too small for AWS",
      { ...subnets, private: ["10.0.10.0/24", "10.0.11.0/29"] },
      "subnets.private[1] 10.0.11.0/29 is too small: AWS takes a /28 at least",
    ],
    [
      "too small for a load balancer",
      { ...subnets, public: ["10.0.0.0/24", "10.0.1.0/28"] },
      "subnets.public[1] 10.0.1.0/28 is too small: a load balancer needs a /27 at least",
    ],
  ])("of explicit subnets: %s", (_case, wrong, expected) => {
    expect(subnetProblems("10.0.0.0/16", twoZones, wrong)).toEqual([expected]);
  });

  it("tells everything at once", () => {
    const wrong = { public: ["10.9.0.0/24"], private: ["10.0.10.0/24", "10.0.10.0/25"] };
    expect(subnetProblems("10.0.0.0/8", twoZones, wrong)).toEqual([
      "cidr 10.0.0.0/8 is too large: AWS takes a /16 at most",
      "subnets.public has 1 block for 2 availability zones: give one for each zone, in the zones' order",
      "subnets.private[1] 10.0.10.0/25 overlaps subnets.private[0] 10.0.10.0/24",
    ]);
  });
});
