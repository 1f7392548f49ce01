import { contains, formatBlock, type Ipv4Block, isPrivate, overlap, parseBlock } from "./ipv4-block";
import { type SubnetCidrs, type Tier, tiersOf } from "./tier";

/** AWS takes VPCs and subnets from /16 to /28 (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html). */
const LARGEST_PREFIX = 16;
const SMALLEST_PREFIX = 28;

/**
 * An Application Load Balancer asks for a /27 and eight free addresses in each of its subnets
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html).
 */
const SMALLEST_PUBLIC_PREFIX = 27;

/** What is wrong with the VPC's own block. */
export function vpcBlockProblems(cidr: string): string[] {
  const vpc = parseBlock(cidr);
  if (!vpc) return [`cidr ${cidr} is no IPv4 block: write an address and a prefix length, such as 10.0.0.0/16`];
  const problems = hostBitProblems("cidr", cidr, vpc);
  if (!isPrivate(vpc))
    problems.push(
      `cidr ${cidr} is not private: take a block of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10`,
    );
  if (vpc.prefix < LARGEST_PREFIX) problems.push(`cidr ${cidr} is too large: AWS takes a /${LARGEST_PREFIX} at most`);
  if (vpc.prefix > SMALLEST_PREFIX)
    problems.push(`cidr ${cidr} is too small: AWS takes a /${SMALLEST_PREFIX} at least`);
  return problems;
}

/** What is wrong with explicit subnets: their form, their sizes, their place in the VPC and one in another. */
export function subnetBlockProblems(cidr: string, subnets: SubnetCidrs): string[] {
  const vpc = parseBlock(cidr);
  const blocks = tiersOf(subnets).flatMap(([tier, texts]) =>
    texts.map((text, index) => ({ key: `subnets.${tier}[${index}]`, tier, text, block: parseBlock(text) })),
  );
  return [...blocks.flatMap((block) => blockProblems(block, cidr, vpc)), ...overlapProblems(blocks)];
}

/** One explicit subnet with the key that names it, `subnets.private[0]`. */
interface NamedBlock {
  key: string;
  tier: Tier;
  text: string;
  block: Ipv4Block | undefined;
}

function blockProblems({ key, tier, text, block }: NamedBlock, cidr: string, vpc: Ipv4Block | undefined): string[] {
  if (!block) return [`${key} ${text} is no IPv4 block: write an address and a prefix length, such as 10.0.1.0/24`];
  const problems = hostBitProblems(key, text, block);
  if (vpc && !contains(vpc, block)) problems.push(`${key} ${text} lies outside the VPC's cidr ${cidr}`);
  if (block.prefix > SMALLEST_PREFIX)
    problems.push(`${key} ${text} is too small: AWS takes a /${SMALLEST_PREFIX} at least`);
  else if (tier === "public" && block.prefix > SMALLEST_PUBLIC_PREFIX)
    problems.push(`${key} ${text} is too small: a load balancer needs a /${SMALLEST_PUBLIC_PREFIX} at least`);
  return problems;
}

function overlapProblems(blocks: NamedBlock[]): string[] {
  return blocks.flatMap((later, index) =>
    blocks
      .slice(0, index)
      .filter((earlier) => earlier.block && later.block && overlap(earlier.block, later.block))
      .map((earlier) => `${later.key} ${later.text} overlaps ${earlier.key} ${earlier.text}`),
  );
}

/** AWS clears host bits silently, and every later preview would show a difference. */
function hostBitProblems(key: string, text: string, block: Ipv4Block): string[] {
  const canonical = formatBlock(block);
  return text === canonical ? [] : [`${key} ${text} does not start at the block's first address: write ${canonical}`];
}
