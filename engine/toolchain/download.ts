import { existsSync } from "node:fs";
import path from "node:path";
import { CACHE, CLI_VERSION } from "./cache";
import { commandOutput } from "./run";

/** The launcher on npm that fetches the CLI when it is first used: https://www.npmjs.com/package/pulumi */
const LAUNCHER = "pulumi@3.265.0";
const MOST_MILLISECONDS = 120_000;

/** The folder of a CLI that npm's launcher fetched, now or before; `undefined` where the network does not allow it. */
export function download(log: (line: string) => void): string | undefined {
  const bin = path.join(CACHE.download, "versions", CLI_VERSION, "bin");
  if (existsSync(path.join(bin, "pulumi"))) return bin;
  log(`Looking for Pulumi ${CLI_VERSION} in the network`);
  commandOutput("npm", ["exec", "--yes", LAUNCHER, "--", "version"], {
    env: { ...process.env, PULUMI_HOME: CACHE.download, PULUMI_VERSION: CLI_VERSION },
    timeout: MOST_MILLISECONDS,
  });
  return existsSync(path.join(bin, "pulumi")) ? bin : undefined;
}
