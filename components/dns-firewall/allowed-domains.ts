/**
 * Names without which a task does not work: AWS's services, database, cache, endpoints and image layers, and what the
 * VPC itself answers for, private names and addresses.
 */
const OF_AWS = ["*.amazonaws.com", "*.api.aws", "*.internal", "*.in-addr.arpa"];

/** Names of at least two labels; a star stands for everything below, never for a whole top level. */
const DOMAIN = /^(\*\.)?([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** The list that is let through: each name once, in order, AWS's own first. */
export function allowedDomains(name: string, domains: string[]): string[] {
  for (const domain of domains) {
    if (!DOMAIN.test(domain)) {
      throw new Error(`${name}: domains must be names like api.example.com or *.example.com, got "${domain}"`);
    }
  }
  return [...new Set([...OF_AWS, ...domains])];
}
