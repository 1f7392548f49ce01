import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { levelIn } from "../../policies/environment-config";
import { rules } from "../../policies/pack";
import { checklist } from "./checklist";
import { type Line, stateOf, type Step } from "./line";
import { hardeningPage } from "./page";
import { testTitles } from "./test-titles";

const ROOT = path.join(__dirname, "../..");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
const lines = checklist.flatMap((chapter) => chapter.lines);
const byItem = lines.map((line): [string, Line] => [line.item, line]);

/** The requirements' list, in their order. */
const ITEMS = [
  "SECRET_KEY not a default",
  "DEBUG off",
  "Secure session cookies",
  "CSRF protection",
  "HSTS",
  "CSP",
  "X-Frame-Options",
  "nosniff",
  "Referrer-Policy",
  "Log retention",
  "Dependency scan",
  "Webhook signature",
  "Least privilege",
  "No hard-coded database credentials",
  "Backups",
  "Rate limiting",
  "Input validation",
  "No debug routes",
  "CORS",
  "JWT secret length",
  "AWS credentials not in environment variables",
  "HTTPS enforced",
  "Encryption at rest: database",
  "Encryption at rest: cache",
  "Encryption at rest: files",
  "Encryption at rest: objects",
  "Encryption at rest: queues",
  "Encryption at rest: topics",
  "Encryption at rest: logs",
  "S3 bucket not open",
  "Versioning",
  "WAF",
  "Secret rotation",
  "Egress restricted",
  "Integration secrets in Secrets Manager",
  "Alert on upstream 4xx/5xx",
  "Multi-AZ",
  "Health checks",
  "Log and alarm coverage",
  "Budgets",
];

describe("the hardening checklist", () => {
  it("has every line of the requirements once, and no other", () => {
    expect(lines.map(({ item }) => item).sort()).toEqual([...ITEMS].sort());
  });

  it("leaves these lines open, and no others", () => {
    const open = lines.filter((line) => stateOf(line) === "not yet").map(({ item }) => item);
    expect(open.sort()).toEqual([]);
  });

  it("leaves these lines to the application, and no others", () => {
    const duties = lines.filter((line) => stateOf(line) === "the application").map(({ item }) => item);
    expect(duties.sort()).toEqual([
      "CSRF protection",
      "Dependency scan",
      "Input validation",
      "No debug routes",
      "Secure session cookies",
      "Webhook signature",
    ]);
  });

  it("is shown as it is (npx tsx scripts/generate-hardening-checklist.ts)", () => {
    expect(read("docs/hardening-checklist.md")).toBe(hardeningPage());
  });
});

const catalogue = read("docs/policies.md");

describe.each(byItem)("%s", (_item, line) => {
  it("is answered by policies that can be broken and that production heeds", () => {
    for (const id of line.rules ?? []) {
      const rule = rules.find((each) => each.id === id);
      if (!rule) throw new Error(`${id} is no rule of the pack`);
      const verdicts = [...(rule.cases.resource ?? []), ...(rule.cases.stack ?? [])].map(({ verdict }) => verdict);
      expect([id, verdicts]).toEqual([id, expect.arrayContaining(["good", "bad"])]);
      expect(catalogue).toContain(`\n### ${id}\n`);
      expect([id, levelIn("production", rule)]).not.toEqual([id, "disabled"]);
    }
  });

  it("is answered by components, checks and steps that there are", () => {
    const { components = [], checks = [], steps = [] } = line;
    const files = [
      ...components.map((folder) => `components/${folder}/index.ts`),
      ...checks.map((check) => `infra/config/checks/${check}.ts`),
    ];
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    expect(steps.filter((step) => !stepsOf(step.workflow).includes(step.step))).toEqual([]);
  });

  it("is proven by tests that there are, or says what is missing", () => {
    const titles = line.proofs.flatMap(({ file, test, row = test }) => [
      { file, title: test },
      { file, title: row },
    ]);
    expect(titles.filter(({ file, title }) => !testTitles(read(file)).has(title))).toEqual([]);
    expect(line.proofs.length > 0 || stateOf(line) === "not yet").toBe(true);
  });
});

describe("testTitles", () => {
  const titles = (source: string): string[] => [...testTitles(source)];

  it("finds the titles of tests and the first cells of rows", () => {
    const source = 'describe("a", () => { it("b", run); it.each([["c", 1], ["d", 2]])("e %s", run); });';
    expect(titles(source)).toEqual(["a", "b", "e %s", "c", "d"]);
  });

  it("finds neither comments, other texts nor skipped tests", () => {
    const source =
      '// it("a")\nconst b = "b"; it.skip("c", run); it.skip.each([["d"]])("e", run); xit("f", run); g("h");';
    expect(titles(source)).toEqual([]);
  });
});

/** The steps of a workflow by their names, or by what they run. */
function stepsOf(workflow: string): Step["step"][] {
  const { jobs } = parse(read(workflow)) as { jobs: Record<string, { steps: { name?: string; run?: string }[] }> };
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ name, run }) => name ?? run ?? []));
}
