import fc from "fast-check";
import { ipv6SubnetBlock } from "./ipv6-block";

describe("ipv6SubnetBlock", () => {
  it("counts the /64 blocks of the VPC's /56", () => {
    expect(ipv6SubnetBlock("2600:1f18:abc:de00::/56", 0)).toBe("2600:1f18:abc:de00::/64");
    expect(ipv6SubnetBlock("2600:1f18:abc:de00::/56", 33)).toBe("2600:1f18:abc:de21::/64");
    expect(ipv6SubnetBlock("2600:1f18:abc:de00::/56", 255)).toBe("2600:1f18:abc:deff::/64");
  });

  it("gives every subnet a block of its own under the VPC's prefix", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), (octet) => {
        const vpc = `2600:1f18:1:${octet.toString(16)}00::/56`;
        const blocks = Array.from({ length: 256 }, (_, index) => ipv6SubnetBlock(vpc, index));
        expect(new Set(blocks).size).toBe(256);
        for (const block of blocks) expect(block).toMatch(new RegExp(`^2600:1f18:1:${octet.toString(16)}..::/64$`));
      }),
    );
  });

  it("refuses another size and a subnet beyond the block", () => {
    expect(() => ipv6SubnetBlock("2600:1f18:abc:de00::/60", 0)).toThrow(
      "the VPC's IPv6 block is 2600:1f18:abc:de00::/60, expected a /56",
    );
    expect(() => ipv6SubnetBlock("2600:1f18:abc:de00::/56", 256)).toThrow(
      "a /56 has the /64 blocks 0 to 255, asked for 256",
    );
  });
});
