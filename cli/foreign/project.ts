import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { parse } from "yaml";
import { Failure } from "../preview/failure";

/** A Pulumi Node.js project of other people, as its `Pulumi.yaml` describes it. */
export interface ForeignProject {
  root: string;
  /** The root as people are shown it: relative to the working directory. */
  shown: string;
  name: string;
  /** Folder in which the program runs. */
  workingFolder: string;
  /** The program, relative to that folder. */
  entry: string;
  isTypeScript: boolean;
  tsconfig: string | undefined;
  nodeArguments: string[];
  /** `config` of `Pulumi.yaml`: values or declarations with defaults, by key as written. */
  configuration: { [key: string]: unknown };
  /** Folder of the stack files. */
  stackFolder: string;
  /** Pulumi's program runner, of the project's own SDK. */
  runner: string;
}

interface ProjectFile {
  name?: unknown;
  main?: unknown;
  runtime?: string | { name?: string; options?: { typescript?: boolean; nodeargs?: string; tsconfig?: string } };
  config?: unknown;
  stackConfigDir?: unknown;
}

/** Throws a failure with exit code 2 where the folder holds no project that can be previewed. */
export function readForeignProject(folder: string): ForeignProject {
  const root = path.resolve(folder);
  const shown = path.relative(process.cwd(), root) || ".";
  const file = readProjectFile(root, shown);
  const place = path.join(shown, "Pulumi.yaml");
  const runtime = typeof file.runtime === "string" ? { name: file.runtime } : file.runtime;
  if (typeof file.name !== "string")
    throw new Failure(`${place}: no project name\n  accepted: a top-level \`name:\``, 2);
  if (runtime?.name !== "nodejs") {
    throw new Failure(`${place}: runtime ${runtime?.name ?? "missing"} cannot be previewed\n  accepted: nodejs`, 2);
  }
  const options = runtime.options ?? {};
  return {
    root,
    shown,
    name: file.name,
    ...entryOf(root, typeof file.main === "string" ? file.main : "."),
    isTypeScript: options.typescript !== false,
    tsconfig: options.tsconfig,
    nodeArguments: options.nodeargs?.split(/\s+/).filter(Boolean) ?? [],
    // In old projects `config` names the folder of the stack files.
    configuration: isRecord(file.config) ? file.config : {},
    stackFolder: path.join(root, stackFolderOf(file)),
    runner: runnerOf(root, shown),
  };
}

export const isRecord = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readProjectFile(root: string, shown: string): ProjectFile {
  const file = path.join(root, "Pulumi.yaml");
  if (!existsSync(file)) {
    throw new Failure(
      `--project ${shown}: no Pulumi.yaml there\n  accepted: the folder of a Pulumi Node.js project`,
      2,
    );
  }
  try {
    const content: unknown = parse(readFileSync(file, "utf8"));
    return isRecord(content) ? content : {};
  } catch (error) {
    throw new Failure(`${path.join(shown, "Pulumi.yaml")}: not YAML: ${(error as Error).message}`, 2);
  }
}

function stackFolderOf({ config, stackConfigDir }: ProjectFile): string {
  if (typeof stackConfigDir === "string") return stackConfigDir;
  return typeof config === "string" ? config : ".";
}

/** `main` as the engine reads it: a folder to run in, or a file to run in its folder. */
function entryOf(root: string, main: string): Pick<ForeignProject, "workingFolder" | "entry"> {
  const target = path.join(root, main);
  const isFolder = existsSync(target) && statSync(target).isDirectory();
  return isFolder
    ? { workingFolder: target, entry: "." }
    : { workingFolder: path.dirname(target), entry: path.basename(target) };
}

function runnerOf(root: string, shown: string): string {
  try {
    return createRequire(path.join(root, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  } catch {
    throw new Failure(
      `${shown}: its dependencies are not installed (@pulumi/pulumi is missing)\n  fix: npm install`,
      2,
    );
  }
}
