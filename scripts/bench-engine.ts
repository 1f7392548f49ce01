// The offline preview beside the engine's own preview with the policy pack, and the engine's with this repository's settings
// beside that with Pulumi's defaults, of the same stacks in the same run: medians of wall time, of the sum of all processes'
// memory peaks, and of the ratios. Reached through `npm run bench -- --engine`, which hands the toolchain over.
import Table from "cli-table3";
import { type ChildProcess, spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { EngineStack } from "../engine/stack";
import { type Project, repositoryProject } from "../engine/workspace";
import { ROOT } from "../tests/preview";
import { projectWithDefaults } from "./bench-defaults";
import { MemoryWatch } from "./bench-memory";

const [runs = "3", ...stacks] = process.argv.slice(2);

interface Cost {
  seconds: number;
  megabytes: number;
}

type Preview = () => Promise<Cost>;

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

async function costOf({ process, ended }: { process: ChildProcess; ended: Promise<unknown> }): Promise<Cost> {
  const started = performance.now();
  const watch = new MemoryWatch(process.pid ?? 0);
  await ended;
  return { seconds: (performance.now() - started) / 1000, megabytes: watch.stop() };
}

function offline(stack: string): Promise<Cost> {
  const child = spawn(process.execPath, ["cli/bin/preview.mjs", stack], { cwd: ROOT, stdio: "ignore" });
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`offline preview: status ${status}`)),
    );
  });
  return costOf({ process: child, ended });
}

/** The engine's preview of a project that is not deployed yet, as often as it is asked for. */
async function inWorkspace<Result>(project: Project, work: (preview: Preview) => Promise<Result>): Promise<Result> {
  const stack = await EngineStack.create(project);
  const preview = (): Promise<Cost> => {
    const { ended, process } = stack.pulumi("preview", "--policy-pack", stack.workspace.policyPack);
    const succeeded = ended.then(({ status, output }) => {
      if (status !== 0) throw new Error(output);
    });
    return costOf({ process, ended: succeeded });
  };
  return work(preview).finally(() => stack.dispose());
}

async function compare(stack: string): Promise<string[]> {
  const defaults = projectWithDefaults(stack);
  const rounds: { offline: Cost; engine: Cost; defaults: Cost }[] = [];
  await inWorkspace(repositoryProject(`Pulumi.${stack}.yaml`, "source"), (ours) =>
    inWorkspace(defaults, async (others) => {
      for (let round = 0; round < Number(runs); round++) {
        rounds.push({ offline: await offline(stack), engine: await ours(), defaults: await others() });
      }
    }),
  );
  const each = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick));
  const cost = (of: "offline" | "engine" | "defaults"): string =>
    `${each((round) => round[of].seconds).toFixed(2)} s, ${each((round) => round[of].megabytes).toFixed(0)} MB`;
  return [
    stack,
    cost("offline"),
    cost("engine"),
    cost("defaults"),
    each((round) => round.offline.seconds / round.engine.seconds).toFixed(2),
    each((round) => round.offline.megabytes / round.engine.megabytes).toFixed(2),
    each((round) => round.engine.seconds / round.defaults.seconds).toFixed(2),
  ];
}

const HEAD = ["", "offline", "engine", "with defaults", "offline: time", "memory", "defaults: time"];

async function main(): Promise<void> {
  const table = new Table({ head: HEAD, style: { head: [], border: [] } });
  for (const stack of stacks) table.push(await compare(stack));
  console.log(table.toString());
  console.log(
    "Ratios: offline to the engine, in time and memory; the engine to itself with Pulumi's defaults, in time.",
  );
}

void main();
