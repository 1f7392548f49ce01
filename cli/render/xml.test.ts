import * as fc from "fast-check";
import { element, escapeAttribute, escapeText, renderXml } from "./xml";

const CHARACTERS: { [entity: string]: string } = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** What a parser makes of escaped text, after it has normalised ends of lines and, in attributes, white space. */
function unescape(text: string, isAttribute: boolean): string {
  const lines = text.replace(/\r\n?/g, "\n");
  return (isAttribute ? lines.replace(/[\t\n]/g, " ") : lines).replace(/&(?:#(\d+)|(\w+));/g, (_all, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (CHARACTERS[name as string] ?? "?"),
  );
}

/** The same text with a replacement for what XML cannot carry. */
const carried = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 32 && !"\t\n\r".includes(character);
      return isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
        ? "\uFFFD"
        : character;
    })
    .join("");

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))).map((parts) => parts.join("")),
  fc
    .array(fc.constantFrom("<", ">", "&", '"', "'", "\t", "\n", "\r", "]]>", "&lt;", "\0", "\uD800"))
    .map((parts) => parts.join("")),
);

it.each([
  ["text", escapeText, false],
  ["an attribute", escapeAttribute, true],
] as const)("a parser reads back every %s", (_what, escape, isAttribute) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = escape(text);
      expect(escaped).not.toMatch(isAttribute ? /[<"]/ : /</);
      expect(escaped).not.toContain("]]>");
      expect(unescape(escaped, isAttribute)).toBe(carried(text));
    }),
  );
});

it("lays out elements, leaves out attributes without a value and keeps text as it is", () => {
  const root = element("a", { n: 0, none: undefined }, element("b", { x: "1 < 2" }), element("c", {}, "  two\nlines "));
  expect(renderXml(root)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a n="0">\n  <b x="1 &lt; 2"/>\n  <c>  two\nlines </c>\n</a>\n',
  );
});
