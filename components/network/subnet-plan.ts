import { subnetBlockProblems, vpcBlockProblems } from "./block-problems";
import { carve, formatBlock, parseBlock } from "./ipv4-block";
import { type SubnetCidrs, type Tier, tiersOf } from "./tier";

const MIN_ZONES = 2;
const MAX_ZONES = 4;

/** In a /22 the public subnets come out as /27, the least that a load balancer takes. */
const SMALLEST_PLANNED_PREFIX = 22;

/**
 * Where a tier lies in the VPC: each of its subnets has `extraBits` more prefix bits than the VPC, and the first is
 * the `first`-th block of that size. Private takes half of the VPC, public and isolated an eighth each, a quarter
 * stays free. Every tier has room for four zones, so that a zone added later moves nothing.
 */
const LAYOUT: { [tier in Tier]: { extraBits: number; first: number } } = {
  private: { extraBits: 3, first: 0 },
  public: { extraBits: 5, first: 16 },
  isolated: { extraBits: 5, first: 20 },
};

/**
 * Subnets of all three tiers for these zones; the same VPC block always gives the same subnets.
 * Throws when `subnetProblems` finds any.
 */
export function planSubnets(cidr: string, zones: string[]): Required<SubnetCidrs> {
  const problems = subnetProblems(cidr, zones);
  const vpc = parseBlock(cidr);
  if (problems.length > 0 || !vpc) throw new Error(problems.join("; "));
  const blocksOf = (tier: Tier): string[] => {
    const { extraBits, first } = LAYOUT[tier];
    return zones.map((_zone, index) => formatBlock(carve(vpc, extraBits, first + index)));
  };
  return { public: blocksOf("public"), private: blocksOf("private"), isolated: blocksOf("isolated") };
}

/**
 * What is wrong with a VPC's block, its zones and its explicit subnets (without them: for planning), a sentence each
 * that begins with the argument's name; empty when nothing is.
 */
export function subnetProblems(cidr: string, zones: string[], subnets?: SubnetCidrs): string[] {
  const problems = [...zoneProblems(zones), ...vpcBlockProblems(cidr)];
  return subnets
    ? [...problems, ...countProblems(zones, subnets), ...subnetBlockProblems(cidr, subnets)]
    : [...problems, ...planProblems(cidr)];
}

function zoneProblems(zones: string[]): string[] {
  const problems: string[] = [];
  if (zones.length < MIN_ZONES || zones.length > MAX_ZONES)
    problems.push(`availabilityZones has ${count(zones.length, "zone")}: name ${MIN_ZONES} to ${MAX_ZONES}`);
  const repeated = zones.filter((zone, index) => zones.indexOf(zone) !== index);
  for (const zone of new Set(repeated)) problems.push(`availabilityZones names ${zone} more than once`);
  return problems;
}

function planProblems(cidr: string): string[] {
  const vpc = parseBlock(cidr);
  if (!vpc || vpc.prefix <= SMALLEST_PLANNED_PREFIX) return [];
  return [
    `cidr ${cidr} is too small to plan three tiers over ${MAX_ZONES} zones: take a /${SMALLEST_PLANNED_PREFIX} ` +
      "(1,024 addresses) or larger, or list every block under subnets",
  ];
}

function countProblems(zones: string[], subnets: SubnetCidrs): string[] {
  return tiersOf(subnets)
    .filter(([, blocks]) => blocks.length !== zones.length)
    .map(
      ([tier, blocks]) =>
        `subnets.${tier} has ${count(blocks.length, "block")} for ${count(zones.length, "availability zone")}: ` +
        "give one for each zone, in the zones' order",
    );
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
