import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { endOrphans } from "./orphans";
import { findToolchain, NoToolchainError } from "./toolchain";
import { GIVEN_VARIABLE, type Given } from "./toolchain/given";

/** The status of a run that there is no engine for. */
const NO_TOOLCHAIN = 3;

/**
 * Runs Node.js with an engine, which is found or built before, and leaves neither processes nor files of it, however the
 * run ends; resolves with its status.
 */
export async function withEngine(args: string[], cwd: string): Promise<number> {
  const toolchain = toolchainOrReason();
  if (typeof toolchain === "string") {
    console.error(`There is no engine to run: ${toolchain}`);
    return NO_TOOLCHAIN;
  }
  console.error(`The engine is ${toolchain.origin}.`);
  const folder = mkdtempSync(path.join(tmpdir(), "engine-"));
  const given: Given = { toolchain, folder };
  const env = { ...process.env, [GIVEN_VARIABLE]: JSON.stringify(given) };
  const child = spawn(process.execPath, args, { cwd, env, stdio: "inherit" });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  (["SIGINT", "SIGTERM", "SIGHUP"] as const).forEach((signal) => process.on(signal, pass));
  try {
    const [status] = (await once(child, "exit")) as [number | null];
    return status ?? 1;
  } finally {
    endOrphans(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function toolchainOrReason(): ReturnType<typeof findToolchain> | string {
  try {
    return findToolchain(console.error);
  } catch (error) {
    if (error instanceof NoToolchainError) return error.message;
    throw error;
  }
}
