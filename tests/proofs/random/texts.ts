import * as fc from "fast-check";

/** Names that people give; those of a kind that a pattern does not take are left out. */
const NAMES = [
  ...["api", "web", "worker", "reports", "documents", "uploads", "exports", "static", "a", "x1-y2-z3"],
  ...["API_KEY", "SESSION_KEY", "LOG_LEVEL", "TOKEN_2", "MODE", "CACHE_AUTH_TOKEN"],
  ...["team", "cost centre", "log_min_duration_statement", "work_mem", "true", "0", "database", "ingress"],
];

/** Texts of a pattern that a schema accepts; where it accepts none of those that are known or made, any. */
export function textArbitrary(pattern: RegExp | undefined, examples: string[], accepts: (text: string) => boolean) {
  const known = [...examples, ...NAMES].filter(accepts);
  // No filter: one that nothing passes would never end.
  const made = (pattern ? byPattern(pattern) : fc.string()).map((text) => (accepts(text) ? text : (known[0] ?? text)));
  return known.length === 0
    ? made
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made });
}

/** fast-check makes no text that looks ahead: what a look-ahead forbids is told by `accepts`. */
function byPattern({ source, flags }: RegExp): fc.Arbitrary<string> {
  const plain = source.replace(/\(\?[=!][^()]*\)/g, "").replace(/\\p\{\w\}/g, "a-zA-Z0-9 ");
  return fc.stringMatching(new RegExp(plain, flags), { maxLength: 200 });
}
