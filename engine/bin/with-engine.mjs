// Runs what needs the real engine, once that is found or built. Ends with status 3, before anything else, where there is no
// Pulumi and nothing to get it with.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { buildAll, buildIfStale, providerBundle, repository, toolchainBundle } from "../../scripts/build.mjs";

const NO_TOOLCHAIN = 3;
const require = createRequire(import.meta.url);

/** Runs Node.js with these arguments in the repository's folder; the process ends with the status of that run. */
export async function withEngine(args) {
  await Promise.all([buildAll(), buildIfStale(providerBundle), buildIfStale(toolchainBundle)]);
  const { findToolchain, NoToolchainError, TOOLCHAIN_VARIABLE } = require(toolchainBundle.outfile);
  try {
    const toolchain = findToolchain(console.log);
    console.log(`The engine is ${toolchain.origin}.`);
    const env = { ...process.env, [TOOLCHAIN_VARIABLE]: JSON.stringify(toolchain) };
    process.exitCode = spawnSync(process.execPath, args, { cwd: repository, env, stdio: "inherit" }).status ?? 1;
  } catch (error) {
    if (!(error instanceof NoToolchainError)) throw error;
    console.error(`There is no engine to run: ${error.message}`);
    process.exitCode = NO_TOOLCHAIN;
  }
}
