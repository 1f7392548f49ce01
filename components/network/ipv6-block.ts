import ipaddr from "ipaddr.js";

/** AWS gives a VPC a /56 and a subnet a /64: 256 subnets. */
const SUBNETS_PER_VPC = 256;

/** The `index`-th /64 of a VPC's /56. */
export function ipv6SubnetBlock(vpcBlock: string, index: number): string {
  const [address, prefix] = ipaddr.IPv6.parseCIDR(vpcBlock);
  if (prefix !== 56) throw new Error(`the VPC's IPv6 block is ${vpcBlock}, expected a /56`);
  if (!Number.isInteger(index) || index < 0 || index >= SUBNETS_PER_VPC)
    throw new Error(`a /56 has the /64 blocks 0 to ${SUBNETS_PER_VPC - 1}, asked for ${index}`);
  const [a = 0, b = 0, c = 0, d = 0] = address.parts;
  return `${new ipaddr.IPv6([a, b, c, d + index, 0, 0, 0, 0]).toRFC5952String()}/64`;
}
