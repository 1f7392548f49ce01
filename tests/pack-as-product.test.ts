import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import type { RecordedResource, Recording } from "@platform/simulator";
import { Analyzer } from "../cli/policy/analyzer";
import { type PackProcess, startPack } from "../cli/policy/pack-process";
import { readPolicyConfig, settingsOf } from "../cli/policy/policy-config";
import { rules } from "../policies/pack";
import { ENVIRONMENTS } from "../policies/levels";
import { preview, ROOT } from "./preview";

const SOURCE = path.join(ROOT, "policies");
const CONFIGS = [...ENVIRONMENTS, "strict"];

/** Runs a command without the settings that `npm run` hands to its children. */
function run(command: string, args: string[], cwd: string): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));
  return execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

const resource = (type: string, name: string, inputs: RecordedResource["inputs"]): RecordedResource => ({
  urn: `urn:pulumi:prod::shop::${type}::${name}`,
  type,
  name,
  custom: true,
  remote: false,
  inputs,
  state: {},
  dependencies: [],
  propertyDependencies: {},
  options: {},
});

const recordingOf = (...resources: RecordedResource[]): Recording => ({
  project: "shop",
  stack: "prod",
  view: "deployed",
  resources,
  invokes: [],
  outputs: {},
  unsimulated: [],
});

// Each analysis is a round trip to another process, which takes its time on a busy machine.
jest.setTimeout(60_000);

describe("the pack as people get it", () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "pack-")));
  const unpacked = path.join(folder, "package");
  let tarball: string;
  let pack: PackProcess;
  let analyzer: Analyzer;

  // As Pulumi Cloud does: npm pack where it is published; where it runs, unpack and install its own dependencies.
  beforeAll(async () => {
    run(process.execPath, ["scripts/build.mjs"], ROOT);
    tarball = run("npm", ["pack", "--pack-destination", folder], SOURCE).trim();
    run("tar", ["xzf", tarball], folder);
    run("npm", ["install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund"], unpacked);
    pack = startPack(unpacked);
    analyzer = new Analyzer(await pack.address);
  }, 180_000);

  afterAll(() => {
    analyzer?.close();
    pack?.stop();
    rmSync(folder, { recursive: true });
  });

  const configured = async (name: string) =>
    settingsOf(await analyzer.policies(), readPolicyConfig(path.join(unpacked, "config", `${name}.json`)), name);

  it("holds the compiled entry, its configurations and what people read, and nothing else", () => {
    const files = run("tar", ["tzf", tarball], folder).trim().split("\n");
    expect(files.map((file) => file.replace(/^package\//, "")).sort()).toEqual(
      [
        "LICENSE",
        "PulumiPolicy.yaml",
        "README.md",
        ...CONFIGS.map((name) => `config/${name}.json`),
        "dist/index.js",
        "package.json",
      ].sort(),
    );
  });

  it("names its entry in package.json alone: publishing looks for PulumiPolicy.yaml in the folder of a `main`", () => {
    expect(parse(readFileSync(path.join(unpacked, "PulumiPolicy.yaml"), "utf8"))).not.toHaveProperty("main");
    expect(JSON.parse(readFileSync(path.join(unpacked, "package.json"), "utf8")).main).toBe("dist/index.js");
  });

  it("imports its dependencies and Node.js only", () => {
    const code = readFileSync(path.join(unpacked, "dist/index.js"), "utf8");
    const { dependencies } = JSON.parse(readFileSync(path.join(unpacked, "package.json"), "utf8"));
    const imported = [...code.matchAll(/\b(?:require|import)\(\s*(["'])(.+?)\1\s*\)/g)].map(([, , name]) => name ?? "");
    expect(imported).toContain("@pulumi/policy");
    const foreign = imported.filter(
      (name) => !name.startsWith("node:") && !builtinModules.includes(name) && !(name in dependencies),
    );
    expect(foreign).toEqual([]);
    expect(code).not.toContain(ROOT);
  });

  it("has the licence of the repository", () => {
    expect(readFileSync(path.join(unpacked, "LICENSE"), "utf8")).toBe(readFileSync(path.join(ROOT, "LICENSE"), "utf8"));
  });

  it("starts alone, with every rule", async () => {
    const names = (await analyzer.policies()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(rules.map(({ id }) => id)));
  });

  it("analyses a program with the levels and parameters of production, and of development", async () => {
    const recording = recordingOf(
      resource("aws:cloudwatch/logGroup:LogGroup", "web", { retentionInDays: 14, kmsKeyId: "arn:aws:kms:::key/1" }),
      resource("aws:cloudwatch/logGroup:LogGroup", "api", { retentionInDays: 30, kmsKeyId: "arn:aws:kms:::key/1" }),
      resource("aws:ecs/service:Service", "web", { networkConfiguration: { assignPublicIp: true, subnets: ["s"] } }),
    );
    const ruled = ["log-group-retention", "ecs-service-no-public-ip", "ecs-min-two-tasks"];
    const found = async (environment: string): Promise<string[][]> => {
      await analyzer.configure(await configured(environment), recording);
      const findings = await analyzer.analyze(recording, {});
      return findings
        .filter(({ rule }) => ruled.includes(rule))
        .map(({ rule, level, message }) => [rule, level, message]);
    };
    const address = [
      "ecs-service-no-public-ip",
      "mandatory",
      "networkConfiguration.assignPublicIp: expected false or absent; found a public address for every task",
    ];
    expect(await found("production")).toEqual([
      ["log-group-retention", "mandatory", "retentionInDays: expected at least 30 days; found fewer days"],
      address,
      ["ecs-min-two-tasks", "mandatory", expect.stringContaining("desiredCount: expected at least 2 tasks")],
    ]);
    expect(await found("development")).toEqual([address]);
  });

  it.each(CONFIGS)("takes config/%s.json as it is, down to its last key", async (name) => {
    const settings = await configured(name);
    const config = readPolicyConfig(path.join(SOURCE, "config", `${name}.json`));
    for (const [policy, entry] of Object.entries(config)) {
      const { enforcementLevel, ...parameters } = typeof entry === "string" ? { enforcementLevel: entry } : entry;
      const expected = { ...(enforcementLevel && { level: enforcementLevel }), properties: parameters };
      expect([policy, settings.get(policy)]).toMatchObject([policy, expected]);
    }
    expect(settings.get("undetermined")?.level).toBe(name === "strict" ? "mandatory" : "advisory");
  });

  it("takes every configuration that its README shows", async () => {
    const readme = readFileSync(path.join(unpacked, "README.md"), "utf8");
    const shown = [...readme.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, block]) => JSON.parse(block ?? ""));
    expect(shown.length).toBeGreaterThan(2);
    const policies = await analyzer.policies();
    for (const config of shown) expect(settingsOf(policies, config, "README.md").size).toBe(policies.length);
  });
});

describe("strict", () => {
  it("lets production pass once everything is known, and blocks what cannot be judged before", () => {
    const strict = ["--policy-config", "policies/config/strict.json"];
    expect(preview("prod", "--view", "deployed", ...strict)).toMatchObject({ status: 0, stderr: "" });
    const before = preview("prod", "--view", "preview", ...strict, "--json");
    expect(before.status).toBe(1);
    const { summary } = JSON.parse(before.stdout);
    expect(summary).toMatchObject({ mandatory: 0, blocked: true });
    expect(summary.undetermined).toBeGreaterThan(0);
  }, 180_000);
});

describe("npm run policy:publish", () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "publish-")));
  afterAll(() => rmSync(folder, { recursive: true }));

  const publish = (PATH: string, ...args: string[]) =>
    spawnSync(process.execPath, ["scripts/publish-policies.mjs", ...args], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, PATH },
    });

  it("says what is missing where there is no Pulumi CLI", () => {
    const { status, stderr } = publish(folder);
    expect(status).toBe(1);
    expect(stderr).toContain("policy:publish needs the Pulumi CLI: `pulumi version` failed with ENOENT.");
    expect(stderr).toContain("https://www.pulumi.com/docs/install/");
  });

  it("publishes the folder of the pack for the organisation that is named, and ends as the CLI does", () => {
    const bin = path.join(folder, "bin");
    const log = path.join(folder, "calls");
    mkdirSync(bin);
    const script = `#!/bin/sh\necho "$PWD: $*" >> '${log}'\n[ "$1" = version ] || exit 3\n`;
    writeFileSync(path.join(bin, "pulumi"), script);
    chmodSync(path.join(bin, "pulumi"), 0o755);
    expect(publish(bin, "acme").status).toBe(3);
    expect(readFileSync(log, "utf8").trim().split("\n").at(-1)).toBe(`${realpathSync(SOURCE)}: policy publish acme`);
  });
});
