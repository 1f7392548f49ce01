import { existsSync } from "node:fs";
import path from "node:path";
import { sourceFile } from ".";

describe("sourceFile", () => {
  it("finds a file beside a component, by its path from the project's folder", async () => {
    const found = await sourceFile("source-file", "source-file.ts").path;
    expect(found).toBe(path.join("components", "source-file", "source-file.ts"));
    expect(existsSync(found)).toBe(true);
  });

  it("names a component that is not there", () => {
    expect(() => sourceFile("nothing", "index.js")).toThrow("@platform/components/nothing");
  });
});
