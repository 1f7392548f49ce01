export const RESPONSE_HEADERS_POLICY = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";

/** What each directive of a Content-Security-Policy allows. */
export function directivesOf(policy: string): Map<string, string[]> {
  const directives = policy.split(";").map((directive) => directive.trim().toLowerCase().split(/\s+/));
  return new Map(directives.map(([name = "", ...sources]) => [name, sources]));
}
