// Runs the tests that need the real engine: `npm run test:engine`, with jest's own arguments behind `--`. Ends with
// status 3, before any test, where there is no Pulumi and nothing to get it with.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { buildAll, buildIfStale, providerBundle, repository, toolchainBundle } from "../../scripts/build.mjs";

const NO_TOOLCHAIN = 3;
const require = createRequire(import.meta.url);

await Promise.all([buildAll(), buildIfStale(providerBundle), buildIfStale(toolchainBundle)]);
const { findToolchain, NoToolchainError, TOOLCHAIN_VARIABLE } = require(toolchainBundle.outfile);

function runTests() {
  const toolchain = findToolchain(console.log);
  console.log(`The engine is ${toolchain.origin}.`);
  const jest = [require.resolve("jest/bin/jest"), "--config", "tests/engine/jest.config.ts", ...process.argv.slice(2)];
  const env = { ...process.env, [TOOLCHAIN_VARIABLE]: JSON.stringify(toolchain) };
  return spawnSync(process.execPath, jest, { cwd: repository, env, stdio: "inherit" }).status ?? 1;
}

try {
  process.exitCode = runTests();
} catch (error) {
  if (!(error instanceof NoToolchainError)) throw error;
  console.error(`The engine's tests cannot run: ${error.message}`);
  process.exitCode = NO_TOOLCHAIN;
}
