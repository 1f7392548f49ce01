import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import * as path from "node:path";
import { Failure } from "../preview/failure";

/** Nothing listens there: a pack needs the engine only for what `pulumi` prints by itself. */
const ENGINE_ADDRESS = "127.0.0.1:0";

/** A policy pack that runs as the engine runs it, in a process of its own. */
export interface PackProcess {
  /** Where the pack answers, once it has started. */
  address: Promise<string>;
  /** Ends the process; may be called at any time and more than once. */
  stop: () => void;
}

export function startPack(folder: string): PackProcess {
  // The pack's own SDK runs it, wherever the pack is installed.
  const runner = createRequire(path.resolve(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [runner, ENGINE_ADDRESS, "."], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = (): void => void child.kill();
  process.once("exit", stop);
  child.once("exit", () => process.off("exit", stop));
  const address = portOf(child).then((port) => `127.0.0.1:${port}`);
  // Whoever awaits the address sees the failure; until then it is nobody's unhandled rejection.
  address.catch(() => undefined);
  return { address, stop };
}

/** The first line that a pack prints is the port it serves. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    let errors = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const port = /^(\d+)\r?\n/.exec(output)?.[1];
      if (port) resolve(port);
    });
    child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.once("error", (error) => reject(new Failure(`The policy pack could not be started: ${error.message}`)));
    child.once("close", (code) =>
      reject(new Failure(`The policy pack ended with code ${code} before it served:\n${(errors || output).trim()}`)),
    );
  });
}
