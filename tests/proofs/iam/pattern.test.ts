import * as fc from "fast-check";
import { matches, mustResolve } from "./pattern";
import { Unsupported } from "./unsupported";

const context = { "aws:PrincipalAccount": "123456789012", "aws:SourceVpce": "vpce-*", "aws:TagKeys": ["a", "b"] };
const match = (text: string, pattern: string): boolean => matches(text, pattern, context, true);

describe("a pattern", () => {
  it.each([
    ["arn:aws:s3:::a/b/c", "arn:aws:s3:::a/*", true],
    ["arn:aws:s3:::a", "arn:aws:s3:::a/*", false],
    ["arn:aws:s3:::a/", "arn:aws:s3:::a/*", true],
    ["arn:aws:s3:::ab", "arn:aws:s3:::a?", true],
    ["arn:aws:s3:::abc", "arn:aws:s3:::a?", false],
    ["arn:aws:s3:::A", "arn:aws:s3:::a", false],
    ["anything: at\nall", "*", true],
    ["axb", "a.b", false],
    ["a+b", "a+b", true],
    ["$", "$", true],
  ])("%s, %s: %s", (text, pattern, expected) => {
    expect(match(text, pattern)).toBe(expected);
  });

  it.each([
    ["123456789012/x", "${aws:PrincipalAccount}/*", true],
    ["123456789012", "${AWS:principalaccount}", true],
    ["nobody", "${aws:username, 'nobody'}", true],
    ["", "${aws:username}", false],
    ["vpce-*", "${aws:SourceVpce}", true],
    ["vpce-1", "${aws:SourceVpce}", false],
    ["*", "${*}", true],
    ["x", "${*}", false],
    ["?", "${?}", true],
    ["$", "${$}", true],
  ])("%s, with a variable %s: %s", (text, pattern, expected) => {
    expect(match(text, pattern)).toBe(expected);
  });

  it("takes variables by their letters in documents older than they are", () => {
    expect(matches("${aws:PrincipalAccount}", "${aws:PrincipalAccount}", context, false)).toBe(true);
    expect(matches("123456789012", "${aws:PrincipalAccount}", context, false)).toBe(false);
  });

  it.each(["${no such}", "${aws:TagKeys}", "${made:up}"])("is not guessed at: %s", (pattern) => {
    expect(() => match("x", pattern)).toThrow(Unsupported);
  });

  it("ends a proof about all but what has no value", () => {
    expect(() => mustResolve("${aws:username}", context, true)).toThrow(Unsupported);
    expect(() => mustResolve("${aws:PrincipalAccount}", context, true)).not.toThrow();
  });

  const plain = fc.string().filter((text) => !/[*?$]/.test(text));

  it("without wildcards matches itself and no other text", () => {
    fc.assert(fc.property(plain, plain, (one, other) => match(one, one) && match(one, other) === (one === other)));
  });

  it("with a star at any place matches whatever stands there", () => {
    fc.assert(
      fc.property(plain, plain, fc.string(), (before, after, middle) =>
        match(before + middle + after, `${before}*${after}`),
      ),
    );
  });

  it("with a question mark matches one character", () => {
    fc.assert(
      fc.property(
        plain,
        fc.string(),
        (before, middle) => match(before + middle, `${before}?`) === (middle.length === 1),
      ),
    );
  });
});
