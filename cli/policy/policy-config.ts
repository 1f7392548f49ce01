import { readFileSync } from "node:fs";
import * as path from "node:path";
import type AjvType from "ajv";
import { createRequire } from "node:module";
import { Failure } from "../preview/failure";
import type { Severity } from "../preview/findings";
import { nearest } from "../preview/nearest";

export const LEVELS = ["advisory", "mandatory", "remediate", "disabled"] as const;
export type Level = (typeof LEVELS)[number];

/** What people are told of a policy. */
export interface PolicyText {
  title?: string;
  description?: string;
  severity?: Severity;
  fix?: string;
  url?: string;
  /** Controls that it enforces, and what else the pack marks it with. */
  tags?: string[];
}

/** What the pack says of one of its policies. */
export interface PolicyInfo extends PolicyText {
  name: string;
  level: Level;
  schema?: { properties: { [name: string]: { default?: unknown } }; required: string[] };
}

/** What is sent to the pack for one policy. */
export interface PolicySettings {
  level: Level;
  properties: { [name: string]: unknown };
}

type Entry = string | ({ enforcementLevel?: string } & { [property: string]: unknown });

/** Reads a file of Pulumi's own `--policy-pack-config` form: policy name → level, or an object with level and properties. */
export function readPolicyConfig(file: string): { [policy: string]: Entry } {
  const shown = path.relative(process.cwd(), file) || file;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Failure(`${shown}: not a policy configuration: ${(error as Error).message}`, 2);
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new Failure(`${shown}: expected a JSON object of policy names`, 2);
  }
  return content as { [policy: string]: Entry };
}

/**
 * The settings of every policy, as the engine reconciles them: the pack's own level, then `all`, then the policy's
 * entry; properties over the schema's defaults. Throws on what the engine would refuse.
 */
export function settingsOf(
  policies: PolicyInfo[],
  config: { [policy: string]: Entry },
  shown: string,
): Map<string, PolicySettings> {
  const names = new Set(policies.map(({ name }) => name));
  const problems = Object.keys(config)
    .filter((name) => name !== "all" && !names.has(name))
    .map((name) => `unknown policy ${name}${hint(nearest(name, [...names]))}`);
  const all = config["all"] === undefined ? undefined : entryOf("all", config["all"], problems);
  const settings = policies.map((policy): [string, PolicySettings] => {
    const own = config[policy.name] === undefined ? undefined : entryOf(policy.name, config[policy.name], problems);
    const level = own?.level ?? all?.level ?? policy.level;
    const properties = { ...defaultsOf(policy), ...own?.properties };
    if (level !== "disabled") problems.push(...schemaProblems(policy, properties));
    return [policy.name, { level, properties }];
  });
  if (problems.length > 0) throw new Failure(problems.map((problem) => `${shown}: ${problem}`).join("\n"), 2);
  return new Map(settings);
}

function entryOf(name: string, entry: Entry | undefined, problems: string[]): Partial<PolicySettings> {
  const { enforcementLevel, ...properties } = typeof entry === "string" ? { enforcementLevel: entry } : (entry ?? {});
  if (enforcementLevel === undefined) return { properties };
  if (isLevel(enforcementLevel)) return { level: enforcementLevel, properties };
  problems.push(`${name}: unknown level ${JSON.stringify(enforcementLevel)}; accepted: ${LEVELS.join(", ")}`);
  return { properties };
}

const isLevel = (text: string): text is Level => (LEVELS as readonly string[]).includes(text);

function defaultsOf({ schema }: PolicyInfo): { [name: string]: unknown } {
  const entries = Object.entries(schema?.properties ?? {}).filter(([, { default: value }]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, { default: value }]) => [name, value]));
}

function schemaProblems({ name, schema }: PolicyInfo, properties: { [name: string]: unknown }): string[] {
  const unknown = Object.keys(properties).filter((property) => !schema?.properties[property]);
  const accepted = Object.keys(schema?.properties ?? {}).join(", ") || "none";
  if (unknown.length > 0)
    return unknown.map((property) => `${name}: unknown property ${property}; accepted: ${accepted}`);
  if (!schema || Object.keys(properties).length + schema.required.length === 0) return [];
  // Loaded only here: most policies have nothing to validate.
  const Ajv = createRequire(__filename)("ajv") as typeof AjvType;
  const ajv = new Ajv({ allErrors: true, strict: false });
  if (ajv.validate({ type: "object", ...schema }, properties)) return [];
  return (ajv.errors ?? []).map(
    ({ instancePath, message, params }) => `${name}${instancePath}: ${message}${choices(params)}`,
  );
}

/** What an `enum` allows, which ajv's message leaves out. */
const choices = ({ allowedValues }: { allowedValues?: unknown[] }): string =>
  allowedValues ? `: ${allowedValues.join(", ")}` : "";

const hint = (suggestion: string | undefined): string => (suggestion ? `; did you mean ${suggestion}?` : "");
