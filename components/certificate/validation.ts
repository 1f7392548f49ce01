// https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html: a wildcard stands for the first label only.
const DOMAIN_NAME = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** The name whose record proves `domainName`: ACM asks for one record for a wildcard and the name above it. */
export function provingDomain(domainName: string): string {
  return domainName.replace(/^\*\./, "");
}

/** The names that need a record of their own, each once, in the order given; throws when one is no domain name. */
export function provenDomains(domainNames: string[]): string[] {
  for (const domainName of domainNames) {
    if (!DOMAIN_NAME.test(domainName)) {
      throw new Error(
        `"${domainName}" is no domain name: accepted are names in lower case such as api.example.com or *.example.com`,
      );
    }
  }
  return [...new Set(domainNames.map(provingDomain))];
}
