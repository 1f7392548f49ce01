// The offline preview beside the engine's own preview with the policy pack, of the same stacks in the same run: medians of
// wall time and of the ratio. The engine's time is that of three Node.js processes which load the SDK (program, pack,
// provider), of the CLI, and of a call between two processes for each resource and each step; the offline preview loads
// the SDK twice and calls only the pack. Reached through `npm run bench -- --engine`, which hands the toolchain over.
import { performance } from "node:perf_hooks";
import { EngineStack } from "../engine/stack";
import { repositoryProject } from "../engine/workspace";
import { preview } from "../tests/preview";

const [runs = "3", ...stacks] = process.argv.slice(2);

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

async function compare(name: string): Promise<object> {
  const stack = await EngineStack.create(repositoryProject(`Pulumi.${name}.yaml`, "source"));
  try {
    const rounds: { offline: number; engine: number }[] = [];
    for (let round = 0; round < Number(runs); round++) {
      const started = performance.now();
      const { status, stderr } = preview(name);
      if (status !== 0) throw new Error(stderr);
      const offline = (performance.now() - started) / 1000;
      const {
        seconds: engine,
        output,
        status: ended,
      } = await stack.preview("--policy-pack", stack.workspace.policyPack);
      if (ended !== 0) throw new Error(output);
      rounds.push({ offline, engine });
    }
    return {
      stack: name,
      offline: median(rounds.map(({ offline }) => offline)),
      engine: median(rounds.map(({ engine }) => engine)),
      ratio: median(rounds.map(({ offline, engine }) => offline / engine)),
    };
  } finally {
    stack.dispose();
  }
}

async function main(): Promise<void> {
  for (const stack of stacks) console.log(JSON.stringify(await compare(stack)));
}

void main();
