/**
 * Whether an address range is the internet: every address, or a share of them that no private network has. The widest
 * private ranges are 10.0.0.0/8 and fc00::/7, so the two halves of the internet do not pass for two networks.
 */
export function isAnyone(range: string): boolean {
  const [, address, length] = /^([\da-f.:]+)\/(\d+)$/i.exec(range.trim()) ?? [];
  if (address === undefined) return false;
  return Number(length) < (address.includes(":") ? 7 : 8);
}
