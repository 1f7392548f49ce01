import ipaddr from "ipaddr.js";

/** An IPv4 address range as arithmetic needs it: its first address as a number and its prefix length. */
export interface Ipv4Block {
  first: number;
  prefix: number;
}

/** The block that `10.0.0.0/16` names, its host bits cleared; undefined when the text is no such block. */
export function parseBlock(text: string): Ipv4Block | undefined {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return undefined;
  const [, prefix] = ipaddr.IPv4.parseCIDR(text);
  const octets = ipaddr.IPv4.networkAddressFromCIDR(text).octets;
  return { first: octets.reduce((number, octet) => number * 256 + octet, 0), prefix };
}

export function formatBlock({ first, prefix }: Ipv4Block): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}

/** The `index`-th block of `extraBits` more prefix bits within `block`. */
export function carve(block: Ipv4Block, extraBits: number, index: number): Ipv4Block {
  const prefix = block.prefix + extraBits;
  return { first: block.first + index * sizeOf(prefix), prefix };
}

export function contains(outer: Ipv4Block, inner: Ipv4Block): boolean {
  return inner.first >= outer.first && lastOf(inner) <= lastOf(outer);
}

export function overlap(a: Ipv4Block, b: Ipv4Block): boolean {
  return a.first <= lastOf(b) && b.first <= lastOf(a);
}

/** Whether the block lies in the ranges that the internet does not route: RFC 1918 and RFC 6598. */
export function isPrivate(block: Ipv4Block): boolean {
  return PRIVATE_RANGES.some((range) => contains(range, block));
}

const PRIVATE_RANGES: Ipv4Block[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].flatMap(
  (text) => parseBlock(text) ?? [],
);

const sizeOf = (prefix: number): number => 2 ** (32 - prefix);
const lastOf = (block: Ipv4Block): number => block.first + sizeOf(block.prefix) - 1;
