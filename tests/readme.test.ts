import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { preview, ROOT, STACKS } from "./preview";

const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");

/** The fenced blocks of a language. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, block]) => block ?? "");

describe("the README", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "readme-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("shows a stack file that previews clean once deployed", () => {
    const [stack = ""] = blocks("yaml");
    const file = path.join(folder, "Pulumi.shop.yaml");
    writeFileSync(file, stack);
    const { status, stdout, stderr } = preview(file, "--view", "deployed");
    expect(stderr).toBe("");
    expect(stdout).toContain("0 mandatory violations");
    expect(status).toBe(0);
  }, 60_000);

  it("names commands that exist", () => {
    const scripts = Object.keys(JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).scripts);
    const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script);
    expect(scripts).toEqual(expect.arrayContaining([...new Set(named)]));
  });

  it("names files that exist", () => {
    const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) =>
      path.join(ROOT, target ?? ""),
    );
    targets.forEach((target) => expect([target, existsSync(target)]).toEqual([target, true]));
  });

  it("lists every folder of the project that holds code", () => {
    const workspaces: string[] = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).workspaces;
    workspaces.forEach((room) => expect(readme).toContain(`\`${room}\``));
  });

  it("asks the workflow for the stacks that are tested", () => {
    const workflow = parse(readFileSync(path.join(ROOT, ".github/workflows/pull-request.yml"), "utf8"));
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect([...workflow.jobs.preview.strategy.matrix.stack].sort()).toEqual([...STACKS].sort());
  });
});
