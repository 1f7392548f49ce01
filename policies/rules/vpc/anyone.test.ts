import * as fc from "fast-check";
import { isAnyone } from "./anyone";

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fe80::/10"];
const INTERNET = ["0.0.0.0/0", "::/0", "0:0:0:0:0:0:0:0/0", " 0.0.0.0/0 ", "128.0.0.0/1", "2000::/3"];

describe("isAnyone", () => {
  it.each(INTERNET)("holds for %s", (range) => expect(isAnyone(range)).toBe(true));

  it.each([...PRIVATE, "0.0.0.0", "0.0.0.0/", "/0", "everybody/0", ""])("does not hold for %s", (range) =>
    expect(isAnyone(range)).toBe(false),
  );

  it("does not hold for a part of a private range", () => {
    const ranges = fc.constantFrom(...PRIVATE).map((range) => range.split("/"));
    fc.assert(
      fc.property(ranges, fc.nat(24), ([address, length], narrower) => {
        expect(isAnyone(`${address}/${Number(length) + narrower}`)).toBe(false);
      }),
    );
  });
});
