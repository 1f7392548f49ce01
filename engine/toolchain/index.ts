import { existsSync } from "node:fs";
import path from "node:path";
import { build, isBuilt } from "./build";
import { CACHE, CLI_VERSION, OLDEST_CLI_VERSION } from "./cache";
import { download } from "./download";
import { commandOutput } from "./run";

/** The Pulumi CLI with a language host for Node.js beside it. */
export interface Toolchain {
  /** Folder of both executables. */
  bin: string;
  /** Where it came from, in words. */
  origin: string;
  /**
   * Whether the host is of the last version that Go modules give: it takes its options from its command line, and
   * starts no policy packs.
   */
  oldHost: boolean;
}

/** Nothing here can run Pulumi; the message says what is missing. */
export class NoToolchainError extends Error {}

/**
 * The installed CLI, else the one that was downloaded or built before, else a download, else a build.
 *
 * @throws {NoToolchainError}
 */
export function findToolchain(log: (line: string) => void): Toolchain {
  const installed = installedToolchain(log);
  if (installed) return installed;
  const downloaded = isBuilt() ? undefined : download(log);
  if (downloaded) return { bin: downloaded, origin: `Pulumi ${CLI_VERSION}, downloaded by npm`, oldHost: false };
  const problem = build(log);
  if (problem) throw new NoToolchainError(problem);
  return { bin: CACHE.built, origin: `Pulumi ${CLI_VERSION}, built from Go modules`, oldHost: true };
}

function installedToolchain(log: (line: string) => void): Toolchain | undefined {
  const version = commandOutput("pulumi", ["version"])?.replace(/^v/, "");
  if (version === undefined) return undefined;
  if (version.localeCompare(OLDEST_CLI_VERSION, "en", { numeric: true }) < 0) {
    log(`The installed Pulumi ${version} is passed over: it is older than ${OLDEST_CLI_VERSION}`);
    return undefined;
  }
  const bin = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .find((folder) => existsSync(path.join(folder, "pulumi-language-nodejs")));
  if (bin) return { bin, origin: `the installed Pulumi ${version}`, oldHost: false };
  log(`The installed Pulumi ${version} is passed over: pulumi-language-nodejs is not on PATH`);
  return undefined;
}
