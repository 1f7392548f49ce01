import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { type Document, isMap, isScalar, LineCounter, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { type Problem, StackFileError } from "./failure";
import { offsetOf } from "./key-offset";
import { nearest } from "./nearest";

/** A stack's configuration as the engine hands it to a program. */
export interface StackFile {
  path: string;
  /** The path as people are shown it: relative to the working directory. */
  shown: string;
  project: string;
  stack: string;
  /** Full keys; objects as JSON text; a placeholder for what the file keeps encrypted. */
  config: { [key: string]: string };
  secretKeys: string[];
  /** `file:line:column` of a key such as `platform:services.api.port`, or of the nearest key above it that exists. */
  placeOf: (key: string) => string;
}

const SECRET_PLACEHOLDER = "[encrypted in the stack file]";

/** Reads `dev` as `Pulumi.dev.yaml` in the project's folder, anything with a slash or an ending as a path. */
export function readStackFile(root: string, argument: string): StackFile {
  const file = locate(root, argument);
  const shown = path.relative(process.cwd(), file) || file;
  const text = readOrExplain(root, file, shown, argument);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, merge: true });
  const placeAt = (offset: number): string => {
    const { line, col } = counter.linePos(offset);
    return `${shown}:${line}:${col}`;
  };
  const config = configOf(document, placeAt);
  return {
    path: file,
    shown,
    project: projectName(root),
    stack: stackName(file),
    ...engineForm(config, (document.toJS() as { config: { [key: string]: unknown } }).config),
    placeOf: (key) => placeAt(offsetOf(document, config, key)),
  };
}

const isPath = (argument: string): boolean => /[\\/]|\.ya?ml$/.test(argument);

function locate(root: string, argument: string): string {
  return isPath(argument) ? path.resolve(argument) : path.join(root, `Pulumi.${argument}.yaml`);
}

/** `Pulumi.<stack>.yaml`; a file of another name is a stack of that name. */
function stackName(file: string): string {
  const base = path.basename(file).replace(/\.ya?ml$/, "");
  return base.replace(/^Pulumi\./, "");
}

function projectName(root: string): string {
  const file = path.join(root, "Pulumi.yaml");
  const name: unknown = existsSync(file) ? parseDocument(readFileSync(file, "utf8")).get("name") : undefined;
  if (typeof name === "string") return name;
  throw new StackFileError([
    { place: path.relative(process.cwd(), file), message: "no project name", expected: "a top-level `name: platform`" },
  ]);
}

function readOrExplain(root: string, file: string, shown: string, argument: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const stacks = stacksIn(root);
    throw new StackFileError([
      {
        place: shown,
        message: (error as NodeJS.ErrnoException).code === "ENOENT" ? "no such stack file" : (error as Error).message,
        expected: `a stack of this project (${stacks.join(", ") || "there is none yet"}) or the path of a stack file`,
        suggestion: isPath(argument) ? undefined : nearest(argument, stacks),
        fix: "name an existing stack, or copy one of its files and change it",
      },
    ]);
  }
}

function stacksIn(root: string): string[] {
  return readdirSync(root).flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? []);
}

function configOf(document: Document.Parsed, placeAt: (offset: number) => string): YAMLMap {
  const problems = document.errors.map(({ pos, message }): Problem => ({
    place: placeAt(pos[0]),
    message: `not YAML: ${message}`,
    expected: "a YAML file with a `config:` section",
    fix: "correct the syntax at this place",
  }));
  if (problems.length > 0) throw new StackFileError(problems);
  const config = isMap(document.contents) ? document.contents.get("config") : undefined;
  if (!isMap(config)) {
    throw new StackFileError([
      {
        place: placeAt(0),
        message: isMap(document.contents) ? "no `config` section" : "not a stack file: its content is no map",
        expected: "a top-level `config:` with keys such as `aws:region` and `platform:profile` below it",
        fix: "put the configuration under `config:`",
      },
    ]);
  }
  const bare = config.items.filter(({ key }) => !String(key).includes(":"));
  if (bare.length > 0) {
    throw new StackFileError(
      bare.map(({ key }) => ({
        place: placeAt((key as Scalar).range?.[0] ?? 0),
        message: `the key ${String(key)} has no namespace`,
        expected: "`<namespace>:<key>`",
        suggestion: `platform:${String(key)}`,
      })),
    );
  }
  return config;
}

/** Scalars as they are written, everything else as JSON text. `plain` is the same section with its anchors resolved. */
function engineForm(
  config: YAMLMap,
  plain: { [key: string]: unknown },
): { config: { [key: string]: string }; secretKeys: string[] } {
  const written = new Map(
    config.items.flatMap(({ key, value }) =>
      isScalar(value) && value.value !== null ? [[String(key), value.source ?? String(value.value)]] : [],
    ),
  );
  const opened = Object.entries(plain).map(([key, value]) => [key, withoutSecure(value)] as const);
  const textOf = (key: string, value: unknown): string =>
    written.get(key) ?? (typeof value === "string" ? value : JSON.stringify(value));
  return {
    config: Object.fromEntries(opened.map(([key, value]) => [key, textOf(key, value)])),
    secretKeys: opened.flatMap(([key, value]) => (JSON.stringify(value) === JSON.stringify(plain[key]) ? [] : [key])),
  };
}

/** The value with a placeholder for each `{ secure: … }`, which only the stack's secrets provider can open. */
function withoutSecure(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecure);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === "secure") return SECRET_PLACEHOLDER;
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutSecure(entry)]));
}
