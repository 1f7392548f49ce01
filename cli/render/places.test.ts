import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { FOLDERS } from "../test-fixtures/report";
import { foldersOf, placeIn, uriOf } from "./places";

describe("the repository of a project", () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), "places-"))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const projectIn = (root: string): string => {
    mkdirSync(path.join(root, "apps/shop"), { recursive: true });
    return path.join(root, "apps/shop");
  };

  it("is the nearest folder upwards with .git, be it a folder or, in a worktree, a file", () => {
    const project = projectIn(root);
    writeFileSync(path.join(root, ".git"), "gitdir: elsewhere");
    expect(foldersOf(project, "/w")).toEqual({ repository: root, project, working: "/w" });
    mkdirSync(path.join(root, "apps/.git"));
    expect(foldersOf(project).repository).toBe(path.join(root, "apps"));
  });

  it("is the project itself where git manages none", () => {
    const project = projectIn(root);
    expect(foldersOf(project).repository).toBe(project);
  });
});

it.each([
  ["Pulumi.dev.yaml:7:12", { file: "app/Pulumi.dev.yaml", line: 7, column: 12 }],
  ["Pulumi.dev.yaml", { file: "app/Pulumi.dev.yaml", line: 1 }],
  ["../shop/Pulumi.dev.yaml:3:1", { file: "shop/Pulumi.dev.yaml", line: 3, column: 1 }],
  ["/elsewhere/a.yaml:3:1", { file: "/elsewhere/a.yaml", line: 3, column: 1 }],
])("%s is %j", (text, place) => expect(placeIn(text, FOLDERS)).toEqual(place));

it.each([
  ["infra/index.ts", "infra/index.ts"],
  ["a b/ü#?.ts", "a%20b/%C3%BC%23%3F.ts"],
  ["/elsewhere/a b.yaml", "file:///elsewhere/a%20b.yaml"],
])("the URI of %s is %s", (file, uri) => expect(uriOf({ file, line: 1 })).toBe(uri));
