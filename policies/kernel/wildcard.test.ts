import * as fc from "fast-check";
import { matchesWildcard } from "./wildcard";

/** Patterns and texts of few letters, so that they often match. */
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", "."), maxLength: 8 });
const text = fc.string({ unit: fc.constantFrom("a", "b", "?", ".", "\n"), maxLength: 10 });

const expressionOf = (source: string, one: string): RegExp =>
  new RegExp(`^${source.replace(/[.?]/g, "\\$&").replace(/\*/g, ".*").replace(/\\\?/g, one)}$`, "s");

describe("matchesWildcard", () => {
  it("says what the regular expression says", () => {
    fc.assert(
      fc.property(pattern, text, (source, sample) => {
        expect(matchesWildcard(source, sample)).toBe(expressionOf(source, "\\?").test(sample));
        expect(matchesWildcard(source, sample, "?")).toBe(expressionOf(source, ".").test(sample));
      }),
      { numRuns: 2_000 },
    );
  });

  it("matches every text against itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (sample) => {
        expect(matchesWildcard(sample, sample)).toBe(true);
      }),
    );
  });

  it("ends soon for patterns on which a regular expression goes on for years, or is too long", () => {
    expect(matchesWildcard(`${"*a".repeat(40)}b`, "a".repeat(5_000))).toBe(false);
    expect(matchesWildcard("*".repeat(100_000), "a")).toBe(true);
  });
});
