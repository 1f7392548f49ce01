import * as fc from "fast-check";
import { checkCondition, conditionsHold } from "./condition";
import type { Context } from "./context";
import { Unsupported } from "./unsupported";

const KEY = "aws:PrincipalTag/team";
const holds = (operator: string, values: string | string[], actual?: string | string[], key = KEY): boolean => {
  const context: Context = actual === undefined ? {} : { [key]: actual };
  return conditionsHold([{ operator, key, values: [values].flat() }], context, true);
};

const ARN = "arn:aws:cloudfront::123456789012:distribution/E1";

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
describe("an operator", () => {
  it.each([
    ["StringEquals", "a", "a", true],
    ["StringEquals", "a", "A", false],
    ["StringEquals", "a*", "ab", false],
    ["StringEquals", ["a", "b"], "b", true],
    ["StringNotEquals", "a", "b", true],
    ["StringNotEquals", ["a", "b"], "b", false],
    ["StringEqualsIgnoreCase", "Team", "tEAM", true],
    ["StringNotEqualsIgnoreCase", "Team", "tEAM", false],
    ["StringLike", "a*c", "abc", true],
    ["StringLike", "a?c", "abbc", false],
    ["StringLike", "A*", "abc", false],
    ["StringNotLike", "a*", "abc", false],
    ["StringNotLike", "b*", "abc", true],
    ["NumericEquals", "10", "10.0", true],
    ["NumericNotEquals", "10", "11", true],
    ["NumericLessThan", "1.2", "1.1", true],
    ["NumericLessThan", "1.2", "1.3", false],
    ["NumericLessThanEquals", "10", "10", true],
    ["NumericGreaterThan", "9", "10", true],
    ["NumericGreaterThanEquals", "10", "9", false],
    ["DateEquals", "2026-01-01T00:00:00Z", "1767225600", true],
    ["DateNotEquals", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", true],
    ["DateLessThan", "2026-01-01T00:00:00Z", "2025-12-31T23:59:59Z", true],
    ["DateLessThanEquals", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", true],
    ["DateGreaterThan", "2026-01-01T00:00:00Z", "2025-12-31T23:59:59Z", false],
    ["DateGreaterThanEquals", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", true],
    ["Bool", "true", "True", true],
    ["Bool", "false", "true", false],
    ["IpAddress", "203.0.113.0/24", "203.0.113.77", true],
    ["IpAddress", "203.0.113.0/24", "203.0.114.1", false],
    ["IpAddress", "203.0.113.7", "203.0.113.7", true],
    ["IpAddress", "2001:db8::/32", "2001:db8:1::7", true],
    ["IpAddress", "0.0.0.0/0", "2001:db8::1", false],
    ["NotIpAddress", "203.0.113.0/24", "203.0.113.77", false],
    ["ArnEquals", "arn:aws:cloudfront::123456789012:distribution/*", ARN, true],
    ["ArnLike", "arn:aws:cloudfront::*:distribution/E?", ARN, true],
    ["ArnLike", "arn:aws:*:distribution/E1", ARN, false],
    ["ArnLike", "arn:aws:cloudfront::999999999999:distribution/*", ARN, false],
    ["ArnLike", "*", ARN, false],
    ["ArnNotEquals", "arn:aws:cloudfront::123456789012:distribution/*", ARN, false],
    ["ArnNotLike", "arn:aws:cloudfront::999999999999:*", ARN, true],
    ["ForAnyValue:StringEquals", ["a", "b"], ["c", "b"], true],
    ["ForAnyValue:StringEquals", ["a", "b"], ["c", "d"], false],
    ["ForAnyValue:StringNotEquals", "a", ["a", "b"], true],
    ["ForAllValues:StringLike", "a*", ["ab", "ac"], true],
    ["ForAllValues:StringLike", "a*", ["ab", "b"], false],
    ["ForAllValues:StringLike", "a*", [], true],
  ])("%s %j, of a request with %j: %s", (operator, values, actual, expected) => {
    expect(holds(operator, values, actual)).toBe(expected);
  });

  it.each([
    ["StringEquals", false],
    ["StringNotEquals", true],
    ["StringLike", false],
    ["StringNotLike", true],
    ["StringEqualsIfExists", true],
    ["StringNotEqualsIfExists", true],
    ["Bool", false],
    ["BoolIfExists", true],
    ["ArnLike", false],
    ["ArnNotLike", true],
    ["ForAllValues:StringEquals", true],
    ["ForAnyValue:StringEquals", false],
    ["ForAnyValue:StringNotEquals", false],
    ["ForAnyValue:StringEqualsIfExists", true],
  ])("%s, of a request without the key: %s", (operator, expected) => {
    expect(holds(operator, "a")).toBe(expected);
  });

  it.each([
    ["true", undefined, true],
    ["false", undefined, false],
    ["true", "x", false],
    ["false", "x", true],
  ])("Null %s, of a request with %s: %s", (value, actual, expected) => {
    expect(holds("Null", value, actual)).toBe(expected);
  });

  it("compares with what a variable stands for", () => {
    expect(holds("StringEquals", "${aws:PrincipalTag/team}", "documents")).toBe(true);
    expect(holds("StringLike", "${aws:PrincipalTag/team}*", "documents")).toBe(true);
    expect(holds("StringEquals", "${aws:username}", "documents")).toBe(false);
  });

  it.each([
    "StringSimilar",
    "stringequals",
    "BinaryEquals",
    "ForSomeValues:StringEquals",
    "constructor",
    "IfExists",
    "",
  ])("is never guessed: %s", (operator) => {
    expect(() => holds(operator, "a", "a")).toThrow(Unsupported);
    expect(() => holds(operator, "a")).toThrow(Unsupported);
  });

  it.each([
    ["a key that nobody considered", () => holds("StringEquals", "a", undefined, "made:Up")],
    ["several values without a quantifier", () => holds("StringEquals", "a", ["a", "b"])],
    ["a number that is none", () => holds("NumericLessThan", "ten", "1")],
    ["a date that is none", () => holds("DateLessThan", "tomorrow", "2026-01-01T00:00:00Z")],
    ["all but a variable without a value", () => holds("StringNotLike", "${aws:username}", "x")],
  ])("ends the proof over %s", (_what, read) => {
    expect(read).toThrow(Unsupported);
  });
});

describe("conditions", () => {
  const one = { operator: "StringEquals", key: KEY, values: ["a"] };
  const two = { operator: "Bool", key: "aws:SecureTransport", values: ["true"] };

  it("hold all together", () => {
    const both = { [KEY]: "a", "aws:SecureTransport": "true" };
    expect(conditionsHold([one, two], both, true)).toBe(true);
    expect(conditionsHold([one, two], { ...both, [KEY]: "b" }, true)).toBe(false);
    expect(conditionsHold([one, two], { ...both, "aws:SecureTransport": "false" }, true)).toBe(false);
    expect(conditionsHold([], {}, true)).toBe(true);
  });

  it("are known before any request is there", () => {
    expect(() => checkCondition({ operator: "Resembles", key: KEY, values: ["a"] })).toThrow(Unsupported);
    expect(() => checkCondition({ operator: "Bool", key: "made:Up", values: ["true"] })).toThrow(Unsupported);
    expect(() => checkCondition({ operator: "ForAnyValue:StringLikeIfExists", key: KEY, values: ["a"] })).not.toThrow();
    expect(() => checkCondition({ operator: "Null", key: KEY, values: ["true"] })).not.toThrow();
  });

  const PAIRS = [
    ["StringEquals", "StringNotEquals"],
    ["StringLike", "StringNotLike"],
    ["NumericEquals", "NumericNotEquals"],
    ["ArnLike", "ArnNotLike"],
  ] as const;

  it("and their negations are never of one mind", () => {
    const text = fc.constantFrom("1", "2", "12", "arn:aws:s3:::1", "arn:aws:s3:::2");
    fc.assert(
      fc.property(
        fc.constantFrom(...PAIRS),
        fc.array(text, { minLength: 1 }),
        fc.option(text),
        (pair, values, actual) => {
          const numeric = pair[0].startsWith("Numeric");
          fc.pre(!numeric || [...values, actual ?? "1"].every((each) => !each.startsWith("arn")));
          const [is, isNot] = pair.map((operator) => holds(operator, values, actual ?? undefined));
          expect(is).toBe(!isNot);
        },
      ),
    );
  });
});
