import fc from "fast-check";
import { carve, contains, formatBlock, type Ipv4Block, isPrivate, overlap, parseBlock } from "./ipv4-block";

/** Any IPv4 block, as text and as the addresses it spans. */
const anyBlock = fc
  .record({ address: fc.integer({ min: 0, max: 2 ** 32 - 1 }), prefix: fc.integer({ min: 8, max: 32 }) })
  .map(({ address, prefix }): Ipv4Block => {
    const size = 2 ** (32 - prefix);
    return { first: Math.floor(address / size) * size, prefix };
  });

const blockOf = (text: string): Ipv4Block => {
  const block = parseBlock(text);
  if (!block) throw new Error(`${text} is no block`);
  return block;
};

describe("IPv4 blocks", () => {
  it("read what they wrote", () => {
    fc.assert(fc.property(anyBlock, (block) => expect(parseBlock(formatBlock(block))).toEqual(block)));
  });

  it("clear host bits and refuse what is no block", () => {
    expect(parseBlock("10.0.5.7/16")).toEqual({ first: 10 * 2 ** 24, prefix: 16 });
    for (const text of ["", "10.0.0.0", "10.0/16", "10.0.0.0/33", "300.0.0.0/16", "::/0", "ten"])
      expect(parseBlock(text)).toBeUndefined();
  });

  it("carve into neighbours that fill the block and do not overlap", () => {
    fc.assert(
      fc.property(anyBlock, fc.integer({ min: 1, max: 4 }), (block, bits) => {
        fc.pre(block.prefix + bits <= 32);
        const parts = Array.from({ length: 2 ** bits }, (_, index) => carve(block, bits, index));
        parts.forEach((part, index) => {
          expect(contains(block, part)).toBe(true);
          expect(parts.filter((other) => overlap(part, other))).toEqual([parts[index]]);
        });
        expect(contains(block, carve(block, bits, 2 ** bits))).toBe(false);
      }),
    );
  });

  it("overlap exactly when one holds the other", () => {
    fc.assert(
      fc.property(anyBlock, anyBlock, (a, b) => {
        expect(overlap(a, b)).toBe(contains(a, b) || contains(b, a));
      }),
    );
    expect(overlap(blockOf("10.0.0.0/16"), blockOf("10.0.255.0/24"))).toBe(true);
    expect(overlap(blockOf("10.0.0.0/24"), blockOf("10.0.1.0/24"))).toBe(false);
  });

  it.each([
    ["10.255.0.0/16", true],
    ["172.31.0.0/16", true],
    ["172.32.0.0/16", false],
    ["192.168.4.0/22", true],
    ["100.127.0.0/16", true],
    ["100.128.0.0/16", false],
    ["8.8.0.0/16", false],
    ["10.0.0.0/7", false],
  ])("%s is private: %s", (text, expected) => {
    expect(isPrivate(blockOf(text))).toBe(expected);
  });
});
