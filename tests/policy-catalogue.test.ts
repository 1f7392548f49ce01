import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import cdkNag from "../policies/controls/cdk-nag.json";
import checkov from "../policies/controls/checkov.json";
import cis from "../policies/controls/cis.json";
import fsbp from "../policies/controls/fsbp.json";
import type { Rule } from "../policies/kernel/rule";
import { rules } from "../policies/pack";
import { cataloguePages } from "../scripts/policy-catalogue";
import { catalogueOf } from "../scripts/policy-catalogue/catalogue";
import { coverageOf, coverageOfList } from "../scripts/policy-catalogue/coverage";
import { anchor, escape, list } from "../scripts/policy-catalogue/markdown";

const DOCS = path.join(__dirname, "../docs");
const pages = cataloguePages();
const coverage = coverageOf(rules);

it.each(Object.entries(pages))("docs/%s is up to date: run npm run generate", (file, text) => {
  // Not toBe: a difference of two pages of this length would fill the terminal.
  expect(readFileSync(path.join(DOCS, file), "utf8") === text).toBe(true);
});

describe("the lists of controls", () => {
  it.each([
    ["CIS", cis, (rule: Rule) => rule.controls.cis],
    ["checkov", checkov, (rule: Rule) => rule.references?.checkov],
    ["cdk-nag", cdkNag, (rule: Rule) => rule.references?.cdkNag],
  ] as const)("name each id of %s once, and all that rules cite", (_name, { controls }, idsOf) => {
    const ids = controls.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const unknown = rules.flatMap((rule) =>
      (idsOf(rule) ?? []).filter((id) => !ids.includes(id)).map((id) => [rule.id, id]),
    );
    expect(unknown).toEqual([]);
  });

  it("are of ids in each framework's own spelling", () => {
    const spelled = {
      nist: /^[A-Z]{2}-\d+(\(\d+\))?$/,
      securityHub: /^[A-Z][A-Za-z0-9]*\.\d+$/,
    };
    for (const { controls } of rules) {
      for (const id of controls.nist ?? []) expect(id).toMatch(spelled.nist);
      for (const id of controls.securityHub ?? []) expect(id).toMatch(spelled.securityHub);
    }
  });

  it("give no reason to leave out what a rule enforces", () => {
    const enforced = coverage.frameworks
      .find(({ name }) => name === cis.standard)
      ?.controls.filter(({ rules: by, note }) => by.length > 0 && note !== undefined);
    expect(enforced).toEqual([]);
  });
});

describe("the coverage", () => {
  it("counts what the README claims", () => {
    expect(coverage.counts).toMatchObject({
      rules: rules.length,
      "FSBP controls in scope": { covered: 146, of: 150 },
      "CIS 5.0 recommendations": { covered: 45, of: 63 },
      "checkov ids": 194,
      "AwsSolutions ids of cdk-nag": { covered: 45, of: 45 },
    });
  });

  it("says of checkov as many ids as it counts", () => {
    expect(checkov.scope).toContain(`The ${String(coverage.counts["checkov ids"])} AWS ids`);
  });

  it("leaves no control without a rule or a reason", () => {
    const open = coverage.frameworks.flatMap(({ name, controls }) =>
      controls.filter(({ state }) => state === "no rule yet").map(({ id }) => `${name} ${id}`),
    );
    expect(open).toEqual([]);
  });

  it("leaves out of FSBP only what is seen at runtime", () => {
    const standard = coverage.frameworks.find(({ name }) => name === fsbp.standard);
    const left = standard?.controls.filter(({ state }) => state === "left out").map(({ id }) => id);
    expect(left).toEqual(["IAM.4", "IAM.6", "SecretsManager.2", "SecretsManager.3"]);
  });

  it("shows a control that loses its rule", () => {
    const without = rules.filter(({ id }) => id !== "s3-require-tls");
    const [standard] = coverageOf(without).frameworks;
    expect(standard?.controls.find(({ id }) => id === "S3.5")).toEqual({ id: "S3.5", state: "no rule yet", rules: [] });
  });

  it("tells enforced, left out, retired and missing controls apart", () => {
    const controls = [
      { id: "A.1", note: "nearest" },
      { id: "A.2", leftOut: "runtime" },
      { id: "A.3", state: "retired" },
      { id: "A.4" },
    ];
    const enforcedBy = new Map([["A.1", ["one", "two"]]]);
    expect(coverageOfList("A", { source: "s", controls }, enforcedBy).controls).toEqual([
      { id: "A.1", state: "enforced", rules: ["one", "two"], note: "nearest" },
      { id: "A.2", state: "left out", rules: [], note: "runtime" },
      { id: "A.3", state: "retired", rules: [] },
      { id: "A.4", state: "no rule yet", rules: [] },
    ]);
  });
});

describe("the catalogue", () => {
  const services = catalogueOf(rules);
  const entries = services.flatMap((service) => service.rules);

  it("has every rule once, in the service of its folder", () => {
    expect(entries.map(({ id }) => id).sort()).toEqual(rules.map(({ id }) => id).sort());
    const folders = readdirSync(path.join(__dirname, "../policies/rules"), { withFileTypes: true });
    expect(services.map(({ service }) => service).sort()).toEqual(
      folders.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort(),
    );
  });

  it("tells what a rule judges, its levels, its cases and whether it mends", () => {
    expect(entries.find(({ id }) => id === "rds-multi-az")).toMatchObject({
      judges: ["resource", "stack"],
      levels: { production: "mandatory", staging: "advisory", development: "disabled", ephemeral: "disabled" },
      optIn: false,
    });
    expect(entries.find(({ id }) => id === "s3-require-tls")).toMatchObject({
      judges: ["stack"],
      remedy: "none",
      references: { checkov: ["CKV_AWS_379"], cdkNag: ["AwsSolutions-S10"] },
    });
    const remedies = (...ids: string[]): unknown[] =>
      entries.filter(({ id }) => ids.includes(id)).map(({ remedy }) => remedy);
    expect(remedies("ecr-scan-on-push", "acm-transparency-logging")).toEqual(["whole", "whole"]);
    expect(remedies("alb-security-response-headers")).toEqual(["part"]);
    for (const { cases } of entries) expect(Math.min(cases.good, cases.bad, cases.unknown)).toBeGreaterThan(0);
  });

  it("links within the pages to headings that exist", () => {
    const headings = new Map(
      ["policies.md", "policy-coverage.md"].map((file) => [
        file,
        new Set([...(pages[file] ?? "").matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading ?? ""))),
      ]),
    );
    const broken = Object.entries(pages)
      .filter(([file]) => file.endsWith(".md"))
      .flatMap(([file, text]) =>
        [...text.matchAll(/\]\(([a-z-]*\.md)?#([^)]+)\)/g)].filter(
          ([, target, fragment]) => !headings.get(target ?? file)?.has(fragment ?? ""),
        ),
      );
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

it("introduces a framework, then has a row for each control with its rules or what is known of it", () => {
  const page = pages["policy-coverage.md"] ?? "";
  expect(page).toContain(`## cdk-nag

[Source](https://github.com/cdklabs/cdk-nag/blob/main/RULES.md), as of 2026-06-29. All 45 AwsSolutions ids`);
  expect(page).toContain("\n| IAM.4 | *left out* | root user access key: seen at runtime only |\n");
  expect(page).toContain("\n| ECS.1 | *retired* |  |\n");
  expect(page).toContain("\n| S3.5 | [s3-require-tls](policies.md#s3-require-tls) |  |\n");
});

it("has a section for each rule that says all of it", () => {
  expect(pages["policies.md"]).toMatch(
    /### backup-plan-retention\n\n.*\n\n- \*\*Severity\*\*: medium; mandatory in production and staging, advisory in development and ephemeral\n- \*\*Enforces\*\*: NIST CP-9\n- \*\*Why\*\*: .*\n- \*\*Fix\*\*: .* \(\[more\]\(https:.*\)\)\n- \*\*Parameters\*\*:\n {2}- `minimumDays` \(integer, at least 1, default `35`\): /,
  );
  expect(pages["policies.md"]).toMatch(/### dns-dnssec\n\n.*\n\n- \*\*Severity\*\*: low; off unless asked for\n/);
});

describe("Markdown", () => {
  it("carries prose as it is meant", () =>
    expect(escape('Deny "s3:*" on a|b <name>\nof R&D')).toBe('Deny "s3:\\*" on a\\|b &lt;name> of R&amp;D'));

  it("makes anchors as the headings get them", () =>
    expect(["Certificates (ACM)", "Redis and Valkey", "s3-require-tls"].map(anchor)).toEqual([
      "certificates-acm",
      "redis-and-valkey",
      "s3-require-tls",
    ]));

  it("lists words", () =>
    expect([list(["a"]), list(["a", "b"]), list(["a", "b", "c"])]).toEqual(["a", "a and b", "a, b and c"]));
});
