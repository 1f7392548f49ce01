import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { ACCOUNT_VARIABLE } from "./orphans";
import { OUTSIDE_FILE } from "./provider/references";
import type { Given } from "./toolchain/given";

const ROOT = path.resolve(__dirname, "..");

/** What is deployed: a folder with Pulumi.yaml, a stack file, the program. */
export interface Project {
  folder: string;
  /** Path of the stack file; its name tells the stack's. */
  stackFile: string;
  /** The program, from the project's folder. */
  main: string;
  /** What the program needs beside it; linked, so that it runs where it lies. */
  needs: string[];
  /** Options for Node.js beside those in Pulumi.yaml. */
  nodeOptions?: string;
  /** Folder of the policy pack; this repository's where it is not given. */
  policyPack?: string;
  /** Whether dynamic resources do their work, with the SDK of AWS; they are simulated as all others where it is not given. */
  operations?: "real";
  /** When the state is written: after each step, as people have it, or once at the end, which takes a fifth less. */
  checkpoints?: "atEnd";
}

/**
 * This repository with one of its stack files. `source`: as people deploy it. `bundle`: what `npm run build` makes of
 * it, without stack traces, which takes less than half the time.
 */
export function repositoryProject(stackFile: string, form: "source" | "bundle"): Project {
  return {
    folder: ROOT,
    stackFile: path.resolve(ROOT, stackFile),
    main: form === "source" ? "infra/index.ts" : "infra/.build/program.js",
    needs: ["infra", "components", "simulator", "policies", "tsconfig.json"],
    ...(form === "bundle" && { nodeOptions: "--stack-trace-limit=0" }),
  };
}

/** A small program of the tests, with its stack file beside it. */
export const fixtureProject = (folder: string, stack: string): Project => ({
  folder,
  stackFile: path.join(folder, `Pulumi.${stack}.yaml`),
  main: "index.js",
  needs: ["index.js"],
});

const SIMULATED = ["aws", "random"];

/** The plugin for dynamic resources. */
const DYNAMIC = "pulumi-nodejs";

/** The content of a stack file. */
export interface StackFileContent {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests change every key of it
  config: { [key: string]: any };
  /** What the passphrase is mixed with; the CLI notes it there. */
  encryptionsalt?: string;
}

/**
 * A folder in which the engine deploys a stack of this repository: a copy of the project with one stack file, state in
 * files, executables of the simulated providers, an AWS account that is empty at first.
 */
export class Workspace {
  readonly folder: string;
  readonly account: string;
  /** Where the CLI keeps state files and locks. */
  readonly backend: string;
  /** What `--policy-pack` takes. */
  readonly policyPack: string;
  readonly stack: string;
  readonly env: NodeJS.ProcessEnv;
  private readonly stackFile: string;

  constructor({ toolchain, folder }: Given, project: Project) {
    this.folder = mkdtempSync(path.join(folder, "stack-"));
    const bin = this.subfolder(".bin");
    this.account = this.subfolder(".account");
    this.backend = this.subfolder(".backend");
    this.stackFile = path.join(this.folder, path.basename(project.stackFile));
    this.stack = /Pulumi\.(.+)\.yaml$/.exec(project.stackFile)?.[1] ?? "";
    this.copyProject(project);
    writeFileSync(path.join(this.account, OUTSIDE_FILE), JSON.stringify(arnsIn(readFileSync(this.stackFile, "utf8"))));
    SIMULATED.forEach((name) => writeProvider(bin, name));
    writePlugin(bin, "awsx", path.join(ROOT, "engine/.build/awsx.js"));
    if (project.operations === "real") writeDynamicProvider(bin);
    else writeProvider(bin, DYNAMIC);
    if (toolchain.oldHost) writeHost(bin, toolchain.bin, project.folder);
    const { policyPack = path.join(ROOT, "policies") } = project;
    this.policyPack = toolchain.oldHost ? writePack(bin, policyPack) : policyPack;
    this.env = {
      ...process.env,
      // jest's own, which would make the program behave as under test.
      NODE_ENV: undefined,
      PATH: [bin, toolchain.bin, process.env["PATH"]].join(path.delimiter),
      PULUMI_HOME: path.join(this.folder, ".home"),
      TMPDIR: temporaryFolder(folder),
      PULUMI_BACKEND_URL: `file://${this.backend}`,
      PULUMI_CONFIG_PASSPHRASE: "engine",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      // The log of events and the plan are hidden without them.
      PULUMI_DEBUG_COMMANDS: "true",
      PULUMI_EXPERIMENTAL: "true",
      [ACCOUNT_VARIABLE]: this.account,
      ...(project.nodeOptions && { NODE_OPTIONS: project.nodeOptions }),
      ...(project.checkpoints === "atEnd" && { PULUMI_SKIP_CHECKPOINTS: "true" }),
    };
  }

  private subfolder(name: string): string {
    const folder = path.join(this.folder, name);
    mkdirSync(folder);
    return folder;
  }

  private copyProject({ folder, stackFile, main, needs }: Project): void {
    needs.forEach((name) => symlinkSync(path.join(folder, name), path.join(this.folder, name)));
    symlinkSync(path.join(ROOT, "node_modules"), path.join(this.folder, "node_modules"));
    copyFileSync(path.join(folder, "Pulumi.yaml"), path.join(this.folder, "Pulumi.yaml"));
    copyFileSync(stackFile, this.stackFile);
    writeFileSync(path.join(this.folder, "package.json"), JSON.stringify({ name: "deployed", main }));
  }

  /** Changes the stack file as a person would in an editor; returns what takes the change back. */
  edit(change: (config: StackFileContent["config"]) => void): () => void {
    const before = readFileSync(this.stackFile, "utf8");
    const content = this.content();
    change(content.config);
    writeFileSync(this.stackFile, stringify(content));
    return () => writeFileSync(this.stackFile, before);
  }

  /** What the stack file says now. */
  content(): StackFileContent {
    return parse(readFileSync(this.stackFile, "utf8")) as StackFileContent;
  }

  dispose(): void {
    // What was ended a moment ago may still be writing.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** For all stacks of a run, which goes with it: the old host leaves its pipes there, and tsx keeps what it has compiled. */
function temporaryFolder(run: string): string {
  const folder = path.join(run, "tmp");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** What a stack file names by its ARN is there already: it belongs to another stack. */
const arnsIn = (text: string): string[] => text.match(/arn:aws[\w-]*:[^\s"',}\]]+/g) ?? [];

const writeProvider = (bin: string, name: string): void =>
  writePlugin(bin, name, path.join(ROOT, "engine/.build/provider.js"), name);

/** As the CLI's own plugin starts it, from the program's folder. */
const writeDynamicProvider = (bin: string): void =>
  writePlugin(bin, DYNAMIC, path.join(ROOT, "node_modules/@pulumi/pulumi/cmd/dynamic-provider/index.js"));

function writePlugin(bin: string, name: string, script: string, ...args: string[]): void {
  const command = [process.execPath, script, ...args].map((word) => `"${word}"`).join(" ");
  writeExecutable(path.join(bin, `pulumi-resource-${name}`), `exec ${command} "$@"`);
}

/** The old host does not know the options of Pulumi.yaml, so that they are given to it by hand. */
function writeHost(bin: string, toolchain: string, project: string): void {
  const { runtime } = parse(readFileSync(path.join(project, "Pulumi.yaml"), "utf8")) as { runtime: RuntimeSetting };
  const options = typeof runtime === "string" ? [] : Object.entries(runtime.options);
  const flags = options.map(([name, value]) => `"-${name}=${value}"`);
  const host = path.join(toolchain, "pulumi-language-nodejs");
  writeExecutable(path.join(bin, "pulumi-language-nodejs"), `exec "${host}" ${flags.join(" ")} "$@"`);
}

/** The name of the language alone, or with its options. */
type RuntimeSetting = string | { options: { [name: string]: string | boolean } };

/** The old host starts no policy packs; the engine takes an executable that serves one. */
function writePack(bin: string, pack: string): string {
  const runner = path.join(ROOT, "node_modules/@pulumi/pulumi/cmd/run-policy-pack/index.js");
  const file = path.join(bin, "policy-pack");
  writeExecutable(file, `cd "${pack}" && exec "${process.execPath}" "${runner}" "$1" .`);
  return file;
}

function writeExecutable(file: string, command: string): void {
  writeFileSync(file, `#!/bin/sh\n${command}\n`);
  chmodSync(file, 0o755);
}
