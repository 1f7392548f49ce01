import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { parseDocument } from "yaml";
import { Failure } from "../preview/failure";
import { nearest } from "../preview/nearest";
import type { StackFile } from "../preview/stack-file";
import { missingConfiguration } from "./missing-configuration";
import { type ForeignProject, isRecord, readForeignProject } from "./project";

/** A stack of a foreign project, and what had to be assumed about it. */
export interface ForeignStack {
  project: ForeignProject;
  stackFile: StackFile;
  assumptions: string[];
}

const PLACEHOLDER = "[encrypted in the stack file]";

/**
 * A stack of the project in `folder`, with its configuration as the engine puts it together: the project's defaults,
 * the stack file, then what `config` gives as `key=value`. Without a name it is `dev`, or the project's only stack.
 */
export function readForeignStack(folder: string, request: { stack?: string; config: string[] }): ForeignStack {
  const project = readForeignProject(folder);
  const file = stackFileOf(project, request.stack);
  const stack = file ? path.basename(file).replace(/^Pulumi\.|\.ya?ml$/g, "") : (request.stack ?? "dev");
  const fromFile = file ? configOf(file, project) : {};
  const written = { ...defaultsOf(project), ...fromFile, ...overridesOf(request.config, project) };
  const missing = declaredOf(project).filter((key) => !(key in written));
  if (missing.length > 0) throw missingConfiguration(missing);
  const secretKeys = Object.keys(written).filter((key) => hasSecret(written[key]));
  const config = Object.fromEntries(
    Object.entries(written).flatMap(([key, value]) => (value === null ? [] : [[key, textOf(opened(value))]])),
  );
  const shown = file ? path.relative(process.cwd(), file) : `${project.shown} (no stack file)`;
  return {
    project,
    stackFile: {
      path: file ?? project.root,
      shown,
      project: project.name,
      stack,
      config,
      secretKeys,
      placeOf: () => shown,
    },
    assumptions: [
      ...(config["aws:region"] ? [] : ["aws:region is not configured: us-east-1 was assumed"]),
      ...secretKeys.map(
        (key) => `${key} is encrypted: a placeholder stood for it (--config ${key}=<value> gives another)`,
      ),
    ],
  };
}

function stackFileOf({ stackFolder, shown }: ForeignProject, named: string | undefined): string | undefined {
  if (named && /[\\/]|\.ya?ml$/.test(named)) {
    const file = path.resolve(named);
    if (!existsSync(file)) throw new Failure(`${named}: no such stack file`, 2);
    return file;
  }
  const stacks = existsSync(stackFolder)
    ? readdirSync(stackFolder).flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
    : [];
  const wanted = named ?? (stacks.length === 1 ? stacks[0] : "dev");
  if (stacks.length === 0) return undefined;
  if (wanted && stacks.includes(wanted)) return path.join(stackFolder, `Pulumi.${wanted}.yaml`);
  const suggestion = named && nearest(named, stacks);
  throw new Failure(
    `${shown}: no stack ${wanted}${suggestion ? `; did you mean ${suggestion}?` : ""}\n  accepted: ${stacks.join(", ")}`,
    2,
  );
}

type Config = { [key: string]: unknown };

/** A key without a namespace belongs to the project. */
const fullKey = (key: string, { name }: ForeignProject): string => (key.includes(":") ? key : `${name}:${key}`);

/** Configuration in `Pulumi.yaml`: `{ value }` and `{ default }` give it, any other object declares that it is needed. */
const valueOf = (declared: unknown): unknown =>
  isRecord(declared) ? (declared["value"] ?? declared["default"]) : declared;

function defaultsOf(project: ForeignProject): Config {
  return Object.fromEntries(
    Object.entries(project.configuration).flatMap(([key, declared]): [string, unknown][] =>
      valueOf(declared) === undefined ? [] : [[fullKey(key, project), valueOf(declared)]],
    ),
  );
}

const declaredOf = (project: ForeignProject): string[] =>
  Object.keys(project.configuration).map((key) => fullKey(key, project));

function configOf(file: string, project: ForeignProject): Config {
  // Numbers stay as they are written: 1.10 is not 1.1.
  const document = parseDocument(readFileSync(file, "utf8"), { merge: true });
  const [error] = document.errors;
  if (error) throw new Failure(`${path.relative(process.cwd(), file)}: not YAML: ${error.message}`, 2);
  const content: unknown = document.toJS();
  const config = isRecord(content) && isRecord(content["config"]) ? content["config"] : {};
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [fullKey(key, project), sourceOf(document, key) ?? value]),
  );
}

/** The text of a number or a boolean. */
function sourceOf(document: ReturnType<typeof parseDocument>, key: string): string | undefined {
  const node: unknown = document.getIn(["config", key], true);
  const { value, source } = (node ?? {}) as { value?: unknown; source?: string };
  return typeof value === "number" || typeof value === "boolean" ? source : undefined;
}

function overridesOf(given: readonly string[], project: ForeignProject): Config {
  return Object.fromEntries(
    given.map((pair) => {
      const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
      if (!key) throw new Failure(`--config ${pair}: no value\n  accepted: key=value, such as aws:region=eu-west-1`, 2);
      return [fullKey(key, project), value];
    }),
  );
}

const isSecret = (value: unknown): boolean => isRecord(value) && Object.keys(value).join() === "secure";

function hasSecret(value: unknown): boolean {
  return isSecret(value) || (typeof value === "object" && value !== null && Object.values(value).some(hasSecret));
}

function opened(value: unknown): unknown {
  if (isSecret(value)) return PLACEHOLDER;
  if (Array.isArray(value)) return value.map(opened);
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, opened(entry)]))
    : value;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
