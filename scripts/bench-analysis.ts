// What analysing a stack costs the policy pack, and how that grows: prod's own resources, then as many copies of them
// as make up the sizes asked for, each copy with names, URNs and partners of its own.
//
//   npx tsx scripts/bench-analysis.ts <stack file> <bundle of the program> <folder of the pack> <size>…
//
// Prints one line of JSON per size. Run by bench.mjs.
import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import type { Recording } from "@platform/simulator";
import { Analyzer } from "../cli/policy/analyzer";
import { startPack } from "../cli/policy/pack-process";
import { settingsOf } from "../cli/policy/policy-config";
import { recordProgram } from "../cli/preview/program";
import { BundleSources } from "../cli/preview/source-map";
import { readStackFile } from "../cli/preview/stack-file";

async function main(): Promise<void> {
  const [stackFile = "", bundle = "", packFolder = "", ...sizes] = process.argv.slice(2);
  const repository = path.resolve(__dirname, "..");
  const sources = new BundleSources(bundle, repository);
  const { recording } = await recordProgram(bundle, readStackFile(repository, stackFile), "deployed", sources);
  const pack = startPack(packFolder);
  const analyzer = new Analyzer(await pack.address);
  const settings = settingsOf(await analyzer.policies(), {}, "bench");
  await analyzer.configure(settings, recording);
  const rules = [...settings.values()].filter(({ level }) => level !== "disabled").length;

  // The first analysis also compiles; it is not counted.
  await analyzer.analyze(recording, { region: "eu-west-1" });
  for (const size of sizes.map(Number)) {
    const stack = grown(recording, size);
    const started = performance.now();
    await analyzer.analyze(stack, { region: "eu-west-1" });
    console.log(JSON.stringify({ resources: size, rules, milliseconds: performance.now() - started }));
  }
  analyzer.close();
  pack.stop();
}

/** The stack with copies of its resources up to a size; the stack's name, which is in every URN and name, tells them apart. */
function grown({ stack, ...rest }: Recording, size: number): Recording {
  const names = new RegExp(`\\b${stack}\\b`, "g");
  const copies = Array.from({ length: Math.ceil(size / rest.resources.length) }, (_, copy) => {
    const text = JSON.stringify(rest.resources);
    return JSON.parse(copy === 0 ? text : text.replace(names, `${stack}${copy}`)) as Recording["resources"];
  });
  return { ...rest, stack, resources: copies.flat().slice(0, size) };
}

void main();
