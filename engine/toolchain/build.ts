import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CACHE, CLI_VERSION, HOST_VERSION } from "./cache";
import { commandOutput } from "./run";

interface Command {
  module: string;
  version: string;
  /** Folder of the command in the module. */
  folder: string;
  flags: string[];
}

const COMMANDS: Command[] = [
  {
    module: "github.com/pulumi/pulumi/sdk/v3",
    version: HOST_VERSION,
    folder: "nodejs/cmd/pulumi-language-nodejs",
    flags: [],
  },
  {
    module: "github.com/pulumi/pulumi/pkg/v3",
    version: CLI_VERSION,
    folder: "cmd/pulumi",
    flags: ["-ldflags", `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${CLI_VERSION}`],
  },
];

/** Whether an earlier run built all of it. */
export const isBuilt = (): boolean => COMMANDS.every(({ folder }) => existsSync(builtFile(folder)));

const builtFile = (folder: string): string => path.join(CACHE.built, path.basename(folder));

/** Builds what is not built yet; returns what stands in the way, in words. */
export function build(log: (line: string) => void): string | undefined {
  for (const command of COMMANDS) {
    const name = path.basename(command.folder);
    if (existsSync(builtFile(command.folder))) continue;
    if (commandOutput("go", ["version"]) === undefined) {
      return "neither a Pulumi CLI on PATH, nor one in the network, nor Go to build it: install https://www.pulumi.com/docs/install/ or https://go.dev/doc/install";
    }
    log(`Building ${name} from ${command.module}@v${command.version}; this takes some minutes, once`);
    const problem = buildCommand(name, command);
    if (problem) return `${name} could not be built: ${problem}`;
  }
  return undefined;
}

/** `go install` refuses modules with replacements, so that each command is built from a module that only requires it. */
function buildCommand(name: string, { module, version, folder, flags }: Command): string | undefined {
  const cwd = path.join(CACHE.buildFolder, name);
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd, { recursive: true });
  mkdirSync(CACHE.built, { recursive: true });
  writeFileSync(path.join(cwd, "go.mod"), `module build\n\ngo 1.24\n`);
  const problem =
    go(cwd, ["get", `${module}@v${version}`]) ?? go(cwd, ["build", "-o", name, ...flags, `${module}/${folder}`]);
  // What stands in its place is whole.
  if (problem === undefined) renameSync(path.join(cwd, name), builtFile(folder));
  return problem;
}

/** What went wrong, in the last line that Go printed. */
function go(cwd: string, args: string[]): string | undefined {
  const env = { ...process.env, GOFLAGS: "-mod=mod", CGO_ENABLED: "0" };
  const { status, stderr, error } = spawnSync("go", args, { cwd, env, encoding: "utf8" });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim().split("\n").at(-1) ?? `go ${args[0]} ended with status ${status}`;
}
