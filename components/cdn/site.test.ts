import vm from "node:vm";
import fc from "fast-check";
import { pagesFunction, type SitePages } from "./site";

/** What CloudFront would ask the bucket for. */
function keyOf(pages: SitePages, uri: string): string {
  const context = { request: { uri } };
  return vm.runInNewContext(`${pagesFunction(pages)}; handler(event).uri`, { event: context });
}

describe("the function that finds the pages of a site", () => {
  it.each<[SitePages, string, string]>([
    ["directories", "/", "/index.html"],
    ["directories", "/about", "/about/index.html"],
    ["directories", "/about/", "/about/index.html"],
    ["directories", "/notes/2026/winter", "/notes/2026/winter/index.html"],
    ["directories", "/style.css", "/style.css"],
    ["single", "/", "/index.html"],
    ["single", "/orders/17", "/index.html"],
    ["single", "/assets/app.js", "/assets/app.js"],
  ])("%s: %s is %s", (pages, uri, key) => {
    expect(keyOf(pages, uri)).toBe(key);
  });

  it("always asks for a file, and a second time for the same one", () => {
    const segment = fc.stringMatching(/^[a-z0-9._-]{0,8}$/);
    fc.assert(
      fc.property(fc.constantFrom<SitePages>("directories", "single"), fc.array(segment), (pages, segments) => {
        const key = keyOf(pages, `/${segments.join("/")}`);
        expect(key).toMatch(/\/[^/]*\.[^/]*$/);
        expect(keyOf(pages, key)).toBe(key);
      }),
    );
  });
});
