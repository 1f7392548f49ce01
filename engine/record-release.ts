// Deploys the stacks that later versions are tried on, and records what stands then under the version in package.json.
import { readFileSync } from "node:fs";
import path from "node:path";
import { deployedBy, type Release, writeRelease } from "./releases";
import { EngineStack } from "./stack";
import { repositoryProject } from "./workspace";

const ROOT = path.resolve(__dirname, "..");

/** The smallest stack, and the one with the most in it. */
const STACK_FILES = ["Pulumi.dev.yaml", "Pulumi.prod.yaml"];

async function record(version: string, stackFile: string): Promise<Release> {
  const stack = await EngineStack.create(repositoryProject(stackFile, "bundle"));
  try {
    const { status, output } = await stack.up();
    if (status !== 0) throw new Error(`${stackFile} could not be deployed:\n${output}`);
    return writeRelease(version, path.join(ROOT, stackFile), await deployedBy(stack));
  } finally {
    stack.dispose();
  }
}

async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string };
  for (const stackFile of STACK_FILES) {
    const release = await record(version, stackFile);
    console.log(`Recorded ${path.relative(ROOT, release.stackFile)} with its state`);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
