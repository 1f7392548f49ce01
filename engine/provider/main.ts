import { createRequire } from "node:module";
import { SimulatedProvider } from "./provider";
import { serveProvider } from "./server";

// What a plugin is: it prints its port, serves until it is ended, and speaks for the package it is named after.
const [packageName = "aws"] = process.argv.slice(2);
const { SIMULATED_AWS: folder, SIMULATED_AWS_ACCOUNT: account = "123456789012" } = process.env;
if (!folder) throw new Error("SIMULATED_AWS must name the folder of the simulated account");

const provider = new SimulatedProvider(folder, account);

// An engine that was killed ends no plugin. What AWS has begun it finishes all the same.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent && provider.busy === 0) process.exit();
}, 500).unref();

// Dynamic resources are the SDK's own.
const sdk = packageName === "pulumi-nodejs" ? "pulumi" : packageName;
const { version } = createRequire(__filename)(`@pulumi/${sdk}/package.json`) as { version: string };
serveProvider(provider, version).then(
  (port) => console.log(port),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
