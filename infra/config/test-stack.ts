import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { parseStackConfig, type StackConfig } from "./stack-config";
import { type Problem, StackConfigError } from "./stack-config-error";

/** Root of the repository. */
export const ROOT = join(__dirname, "../..");

export type Raw = Record<string, string>;

/** A stack file's configuration in Pulumi's own form: texts as they are, everything else as JSON. */
export function pulumiForm(config: Record<string, unknown>): Raw {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** The configuration of a stack file of this repository. */
export function stackFile(path: string): Record<string, unknown> {
  return (parse(readFileSync(join(ROOT, path), "utf8")) as { config: Record<string, unknown> }).config;
}

/** A small production stack without faults, of which each test breaks one thing. */
export function soundConfig(): Record<string, unknown> {
  return {
    "aws:region": "us-east-1",
    "platform:account": "123456789012",
    "platform:application": "shop",
    "platform:profile": "production",
    "platform:domain": { name: "api.example.com", zone: "example.com", zoneId: "Z0123456789EXAMPLE" },
    "platform:network": { cidr: "10.0.0.0/16", availabilityZones: ["us-east-1a", "us-east-1b"] },
    "platform:services": {
      api: {
        image: { digest: `sha256:${"0a1b2c3d".repeat(8)}` },
        port: 8000,
        health: { path: "/health" },
        scaling: { min: 2, max: 4 },
        uses: { database: true, cache: true, buckets: ["documents"], secrets: ["JWT_SECRET_KEY"] },
      },
    },
    "platform:database": { class: "db.r6g.large", storage: 100 },
    "platform:cache": { engine: "redis" },
    "platform:buckets": { documents: {}, static: {} },
    "platform:secrets": { JWT_SECRET_KEY: { description: "Signs tokens", generate: { length: 64 } } },
    "platform:cdn": { staticContent: [{ path: "/static/*", bucket: "static" }] },
    "platform:firewall": {},
    "platform:alarms": { emails: ["on-call@example.com"], runbookUrl: "https://wiki.example.com/runbook" },
  };
}

/** The sound configuration with other values at some keys, written `platform:services.api.port`; undefined removes. */
export function changed(changes: Record<string, unknown>): Record<string, unknown> {
  const config = soundConfig();
  for (const [key, value] of Object.entries(changes)) {
    const [section = "", ...rest] = key.split(/\.(?=[^.])/);
    const parts = [section, ...rest];
    const parent = parts.slice(0, -1).reduce<Record<string, unknown>>((node, part) => {
      if (typeof node[part] !== "object" || node[part] === null) node[part] = {};
      return node[part] as Record<string, unknown>;
    }, config);
    const last = parts.at(-1) ?? "";
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else parent[last] = value;
  }
  return config;
}

export function read(config: Record<string, unknown>, secretKeys: string[] = []): StackConfig {
  return parseStackConfig(pulumiForm(config), "prod", "Pulumi.prod.yaml", secretKeys);
}

/** The error that a configuration is refused with. */
export function refusal(config: Record<string, unknown>, secretKeys: string[] = []): StackConfigError {
  try {
    read(config, secretKeys);
  } catch (error) {
    if (error instanceof StackConfigError) return error;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

/** The one problem that a changed sound configuration has. */
export function onlyProblem(changes: Record<string, unknown>): Omit<Problem, "path"> {
  const { problems } = refusal(changed(changes));
  expect(problems.map(({ key }) => key)).toHaveLength(1);
  const { path: _, ...problem } = problems[0] as Problem;
  return problem;
}
