import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

// The command as a process, on a project of its own that is also a git repository.

let root: string;
let temporary: string;

const git = (...args: string[]): string =>
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
    cwd: root,
    encoding: "utf8",
  });

beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), "preview-test-")));
  temporary = mkdtempSync(path.join(tmpdir(), "preview-tmp-"));
  const isBuilt = (source: string): boolean => /[\\/](\.build|dist)$/.test(source);
  cpSync(path.join(__dirname, "test-fixtures/project"), root, {
    recursive: true,
    filter: (source) => !isBuilt(source),
  });
  symlinkSync(path.join(__dirname, "../node_modules"), path.join(root, "node_modules"), "junction");
  writeFileSync(path.join(root, ".gitignore"), "node_modules\n.build\ndist\n");
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "first");
});
afterAll(() => [root, temporary].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function preview(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const launcher = path.join(__dirname, "test-fixtures/preview.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, root, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, TMPDIR: temporary, FORCE_COLOR: undefined },
  });
  return { code: status, stdout, stderr };
}

/** A copy of the dev stack file with one thing replaced. */
function stackFile(name: string, search: string, replacement: string): string {
  const text = readFileSync(path.join(root, "Pulumi.dev.yaml"), "utf8");
  expect(text).toContain(search);
  writeFileSync(path.join(temporary, name), text.replace(search, replacement));
  return path.join(temporary, name);
}

const SLOW = 60_000;

it(
  "shows the tree, what the policies found and a summary, in plain text for a pipe",
  () => {
    const { code, stdout, stderr } = preview();
    expect(code).toBe(0);
    expect(stderr.trim()).toBe("the program says hello");
    expect(stdout.replace(/[\d.]+ s\n$/, "T s\n")).toBe(
      `dev  Pulumi.dev.yaml · preview view · policies at the pack's own levels

└─ Service api
   ├─ aws.kms.Alias api-alias
   └─ aws.kms.Key api-key !

! kms-key-window  advisory, high
  Deleted keys can be brought back for some days. Set deletionWindowInDays.
  aws.kms.Key api-key  Pulumi.dev.yaml:7 platform:services.api.port · infra/index.ts:34
    deletionWindowInDays: expected at least 7; found nothing (eu-central-1)

Undetermined until deployment
  aws.kms.Alias api-alias  targetKeyId is not known yet  kms-alias-target

Exemptions used
  kms-alias-name  aws.kms.Alias api-alias  api-key under api is known (security, until 2099-12-31)

✓ dev: 2 resources in 1 component · 3 policies · 0 mandatory violations, 1 advisory · 1 undetermined · 1 exemption used · preview view · T s
`,
    );
  },
  SLOW,
);

it(
  "exits with 1 on a mandatory violation, at the level that the profile's policy configuration sets",
  () => {
    const { code, stdout } = preview("strict", "--only", "worker");
    expect(code).toBe(1);
    expect(stdout).toContain("policies by policies/config/production.json · only worker");
    expect(stdout).toContain("✗ kms-key-window  mandatory, high");
    expect(stdout).toContain("expected at least 30");
    expect(stdout).toContain("✗ strict: 2 resources in 1 component · 3 policies · 1 mandatory violation, 0 advisory");
    expect(stdout).not.toContain("api-key ✗");
  },
  SLOW,
);

it(
  "prints JSON alone on standard output, with secrets masked; in the deployed view nothing is undetermined",
  () => {
    const { code, stdout } = preview("strict", "--json", "--view", "deployed");
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report.summary).toMatchObject({ resources: 4, components: 2, mandatory: 2, undetermined: 0, blocked: true });
    expect(report.manifest.outputs).toEqual({ token: "[secret]" });
    const key = report.manifest.resources.find(({ name }: { name: string }) => name === "api-key");
    expect(key.options.protect).toBe(true);
    expect(report.sources[key.urn]).toBe("infra/index.ts:34");
    expect(report.causes[key.urn]).toEqual({
      key: "platform:services.api.port",
      place: "Pulumi.strict.yaml:6:12",
    });
  },
  SLOW,
);

it(
  "prints Markdown with the summary first and the details folded",
  () => {
    const { stdout } = preview("dev", "--markdown");
    expect(stdout.startsWith("## dev: ✅ passes\n")).toBe(true);
    expect(stdout).toContain(
      "| `kms-key-window` | advisory, high | aws.kms.Key api-key (`Pulumi.dev.yaml:7 platform:services.api.port · infra/index.ts:34`) |",
    );
    expect(stdout).toContain("<details><summary>Undetermined until deployment (1)</summary>");
  },
  SLOW,
);

it(
  "writes SARIF and JUnit files beside what it prints, and SARIF for a stack file that the program refuses",
  () => {
    const [sarif, junit] = [path.join(temporary, "out/findings.sarif"), path.join(temporary, "out/findings.xml")];
    const { code, stdout } = preview("strict", "--sarif", sarif, "--junit", junit);
    expect(code).toBe(1);
    expect(stdout).toContain("✗ kms-key-window  mandatory, high");
    const [run] = JSON.parse(readFileSync(sarif, "utf8")).runs;
    expect(run.tool.driver.version).toMatch(/^fixture\b/);
    expect(run.results[0]).toMatchObject({
      ruleId: "kms-key-window",
      level: "error",
      locations: [{ physicalLocation: { artifactLocation: { uri: "Pulumi.strict.yaml" }, region: { startLine: 6 } } }],
      relatedLocations: [
        { physicalLocation: { artifactLocation: { uri: "infra/index.ts" }, region: { startLine: 34 } } },
        { physicalLocation: { artifactLocation: { uri: "infra/index.ts" }, region: { startLine: 48 } } },
      ],
    });
    expect(readFileSync(junit, "utf8")).toContain('<failure message="deletionWindowInDays: expected at least 30');
    const refused = stackFile("Pulumi.refused.yaml", "8000", "80a");
    expect(preview(refused, "--sarif", sarif).code).toBe(2);
    expect(JSON.parse(readFileSync(sarif, "utf8")).runs[0].results).toMatchObject([
      { ruleId: "stack-file", locations: [{ physicalLocation: { region: { startLine: 7, startColumn: 12 } } }] },
    ]);
  },
  SLOW,
);

it(
  "tells what this tree adds, changes and removes since a revision, and leaves nothing behind",
  () => {
    const edit = (file: string, search: string, replacement: string): void => {
      const text = readFileSync(path.join(root, file), "utf8");
      expect(text).toContain(search);
      writeFileSync(path.join(root, file), text.replace(search, replacement));
    };
    edit("Pulumi.dev.yaml", "port: 8000", "port: 8001");
    edit("infra/index.ts", "-alias`", "-name`");
    const before = git("status", "--porcelain");
    try {
      const { code, stdout } = preview("dev", "--changes", "HEAD");
      expect(code).toBe(0);
      const [, changes] = /\nChanges since HEAD \(\w{7}\)\n(.*?)\n\n/s.exec(stdout) ?? [];
      expect(changes?.split("\n").map((line) => line.trim())).toEqual([
        "+ aws.kms.Alias api-name",
        "~ aws.kms.Key api-key",
        "description: port 8000 → port 8001",
        "policy.Statement[0].Port: 8000 → 8001",
        "- aws.kms.Alias api-alias",
      ]);
      expect(stdout).toContain("1 added, 1 changed, 1 removed");
      const added = preview(stackFile("Pulumi.new.yaml", "hello", "hi"), "--changes", "HEAD");
      expect(added.stdout).toContain("where this stack did not exist");
      expect(added.stdout).toContain("3 added, 0 changed, 0 removed");
    } finally {
      expect(git("status", "--porcelain")).toBe(before);
      git("checkout", "--quiet", ".");
    }
    expect(readdirSync(temporary).filter((name) => name.startsWith("preview-"))).toEqual([]);
  },
  SLOW,
);

describe("fails without a stack trace", () => {
  const expectFailure = (code: number, message: string | RegExp, ...args: string[]): void => {
    const result = preview(...args);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: "" });
  };

  it.each<[string, number, string | RegExp, () => string[]]>([
    ["an unknown option", 2, /unknown option '--bogus'/, () => ["--bogus"]],
    ["two forms at once", 2, /cannot be used with/, () => ["--json", "--markdown"]],
    ["an unknown view", 2, /Allowed choices are preview, deployed/, () => ["--view", "x"]],
    [
      "a stack that does not exist",
      2,
      /Pulumi\.stric\.yaml: no such stack file[^]*did you mean: strict/,
      () => ["stric"],
    ],
    ["a component that does not exist", 2, /--only ap: .*did you mean api\?/, () => ["--only", "ap"]],
    [
      "a revision that does not exist",
      2,
      /--changes nowhere: git knows no such commit/,
      () => ["--changes", "nowhere"],
    ],
    [
      "a policy configuration that is missing",
      2,
      /none\.json: not a policy configuration/,
      () => ["--policy-config", "none.json"],
    ],
    [
      "a report that cannot be written",
      2,
      /--sarif Pulumi\.yaml\/x: cannot be written: /,
      () => ["--sarif", "Pulumi.yaml/x"],
    ],
    [
      "a stack file that the program refuses",
      2,
      /Pulumi\.port\.yaml:7:12: platform:services\.api\.port\n {2}got: 80a\n {2}accepted: a whole number from 1 to 65535\n {2}fix: /,
      () => [stackFile("Pulumi.port.yaml", "8000", "80a")],
    ],
    [
      "a program that throws",
      1,
      /^The program failed at infra\/index\.ts:18: the program does not want to$/m,
      () => [stackFile("Pulumi.fail.yaml", "hello", "fail")],
    ],
    [
      "a program that rejects where nobody waits",
      1,
      /^The program failed at infra\/index\.ts:19: rejected where nobody waits$/m,
      () => [stackFile("Pulumi.reject.yaml", "hello", "reject")],
    ],
  ])("on %s", (_what, code, message, args) => expectFailure(code, message, ...args()), SLOW);
});

it("explains itself", () => {
  const { code, stdout } = preview("--help");
  expect(code).toBe(0);
  expect(stdout).toContain("Exit code: 0 nothing blocks");
});
