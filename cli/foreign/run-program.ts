import { spawn } from "node:child_process";
import { LenientSimulator, type LogEntry, type Recording, serveEngine, type View } from "@platform/simulator";
import { accountOf, regionOf } from "../preview/program";
import type { StackFile } from "../preview/stack-file";
import { resultPropertiesOf } from "./look-up-results";
import { type Ended, explainFailure } from "./program-failure";
import type { ForeignProject } from "./project";
import type { ForeignStack } from "./stack";

/**
 * Runs a project's program as Pulumi does, with the project's own SDK in a process of its own, and returns what it
 * declared. It is told that this is a preview in both views, so that what the simulated AWS does not give stays
 * unknown instead of missing.
 */
export async function recordForeignProgram({ project, stackFile }: ForeignStack, view: View): Promise<Recording> {
  const simulator = new LenientSimulator({
    account: accountOf(stackFile),
    region: regionOf(stackFile),
    resultPropertiesOf: resultPropertiesOf(project),
  });
  const errors: string[] = [];
  const log = ({ severity, message }: LogEntry): void => {
    if (severity === "error") errors.push(message);
    else if (severity !== "debug") console.error(message);
  };
  const server = await serveEngine({ simulator, project: stackFile.project, stack: stackFile.stack, view, log });
  try {
    const ended = await run(project, stackFile, server.address);
    if (ended.code !== 0 || errors.length > 0) throw explainFailure(errors, ended, project);
    process.stderr.write(ended.output);
    return server.recording;
  } finally {
    server.stop();
  }
}

/** What the program prints is held back: where it fails, the failure alone tells of it. */
function run(project: ForeignProject, stackFile: StackFile, address: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...project.nodeArguments, ...runnerArguments(project, stackFile, address)], {
      cwd: project.workingFolder,
      env: environment(project, stackFile),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = (): void => void child.kill("SIGKILL");
    process.once("exit", stop);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", stop);
      resolve({ code, output });
    });
  });
}

/** As the language host passes them. */
function runnerArguments(project: ForeignProject, { stack }: StackFile, address: string): string[] {
  const flags = {
    monitor: address,
    engine: address,
    organization: "organization",
    project: project.name,
    stack,
    "root-directory": project.root,
    pwd: project.workingFolder,
    parallel: "16",
  };
  const options = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
  return [project.runner, ...options, "--dry-run", project.entry];
}

function environment(project: ForeignProject, { config, secretKeys }: StackFile): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys),
    PULUMI_NODEJS_TYPESCRIPT: String(project.isTypeScript),
    // Type errors are for the project's own checks; looking for them takes longer than the rest of a preview.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    ...(project.tsconfig && { PULUMI_NODEJS_TSCONFIG_PATH: project.tsconfig }),
  };
}
