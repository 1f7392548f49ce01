/** `public`: load balancers and NAT gateways. `private`: tasks, outward only. `isolated`: data, no way out. */
export type Tier = "public" | "private" | "isolated";

/** The subnets' address blocks by tier, one for each availability zone, in the zones' order. */
export interface SubnetCidrs {
  public: string[];
  private: string[];
  /** Without it, databases and caches live in the private tier. */
  isolated?: string[];
}

/** The tiers that there are, each with its blocks. */
export function tiersOf(subnets: SubnetCidrs): [Tier, string[]][] {
  const tiers: [Tier, string[]][] = [
    ["public", subnets.public],
    ["private", subnets.private],
  ];
  return subnets.isolated ? [...tiers, ["isolated", subnets.isolated]] : tiers;
}
