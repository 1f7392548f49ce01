import { homedir } from "node:os";
import path from "node:path";

export const CLI_VERSION = "3.255.0";
/** The SDK's version in package.json; older ones are not tried. */
export const OLDEST_CLI_VERSION = "3.248.0";
/** The last version of the Node.js host that is a Go module of its own. */
export const HOST_VERSION = "3.68.0";

const root = path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "platform-engine");

/** What outlives a checkout: only the first run downloads or builds. */
export const CACHE = {
  built: path.join(root, `built-${CLI_VERSION}`, "bin"),
  buildFolder: path.join(root, `built-${CLI_VERSION}`, "modules"),
  download: path.join(root, "downloaded"),
};
