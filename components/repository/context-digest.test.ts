import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contextDigest } from "./context-digest";

describe("contextDigest", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "context-"));
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "Dockerfile"), "FROM scratch\n");
    writeFileSync(join(folder, "src", "app.py"), "print(1)\n");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("changes with a file's content, its name and its place", () => {
    const before = contextDigest(folder);
    expect(before).toMatch(/^[0-9a-f]{12}$/);

    writeFileSync(join(folder, "src", "app.py"), "print(2)\n");
    const edited = contextDigest(folder);
    writeFileSync(join(folder, "app.py"), "print(2)\n");
    rmSync(join(folder, "src", "app.py"));
    const moved = contextDigest(folder);

    expect(new Set([before, edited, moved]).size).toBe(3);
  });

  it("does not change with times or with what git keeps", () => {
    const before = contextDigest(folder);
    utimesSync(join(folder, "Dockerfile"), 1, 1);
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, ".git", "HEAD"), "ref: refs/heads/main\n");

    expect(contextDigest(folder)).toBe(before);
  });
});
