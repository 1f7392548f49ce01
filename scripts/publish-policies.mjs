// Builds the policy pack and publishes it to Pulumi Cloud: npm run policy:publish -- [organisation]
import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { buildIfStale, packBundle, repository } from "./build.mjs";

const { error } = spawnSync("pulumi", ["version"]);
if (error) {
  console.error(`policy:publish needs the Pulumi CLI: \`pulumi version\` failed with ${error.code}.`);
  console.error("Install it (https://www.pulumi.com/docs/install/), sign in with `pulumi login`, and try again.");
  process.exit(1);
}
await buildIfStale(packBundle(repository));
const { status } = spawnSync("pulumi", ["policy", "publish", ...process.argv.slice(2)], {
  cwd: path.join(repository, "policies"),
  stdio: "inherit",
});
process.exit(status ?? 1);
