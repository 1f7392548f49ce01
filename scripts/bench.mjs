// Measures what a preview costs: medians over some runs, each with its ratio to a bare start of the Pulumi SDK in the
// same run, for a stack as it is and with ten times its services; the start of the policy pack beside that of a pack
// with one rule; and how the pack's analysis grows with the stack.
//
//   npm run bench -- [--runs 5] [--stack prod] [--times 10] [--sizes 250,2500,5000] [--engine]
//
// With --engine only the preview beside that of the real engine (scripts/bench-engine.ts), for which that has to be there
// or be built.
import { fork, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { parse, stringify } from "yaml";
import { withEngine } from "../engine/bin/with-engine.mjs";
import { buildAll, packBundle, programBundle, repository } from "./build.mjs";

const require = createRequire(import.meta.url);
const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    stack: { type: "string", default: "prod" },
    times: { type: "string", default: "10" },
    sizes: { type: "string", default: "250,2500,5000" },
    engine: { type: "boolean", default: false },
  },
});

const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

// Each process notes the most memory it held when it ends; the policy pack is ended by a signal.
const meter = path.join(folder, "meter.cjs");
writeFileSync(
  meter,
  `const { writeFileSync } = require("node:fs");
process.on("exit", () => writeFileSync(\`\${process.env.BENCH_PEAKS}/\${process.pid}\`, String(process.resourceUsage().maxRSS)));
process.on("SIGTERM", () => process.exit(0));
`,
);

/** Wall time in milliseconds, the sum of the processes' memory peaks in MB, and what was printed. */
async function measure(work) {
  const peaks = mkdtempSync(path.join(folder, "peaks-"));
  const env = { ...process.env, NODE_OPTIONS: `--require ${meter}`, BENCH_PEAKS: peaks };
  const started = performance.now();
  const { ended, output } = await work(env);
  const milliseconds = performance.now() - started;
  await ended;
  const kilobytes = readdirSync(peaks).map((name) => Number(readFileSync(path.join(peaks, name), "utf8")));
  return { milliseconds, megabytes: kilobytes.reduce((sum, each) => sum + each, 0) / 1024, output };
}

/** Runs a command to its end; a preview that finds violations has done its work. */
const run = (args) => async (env) => {
  const child = spawn(process.execPath, args, { cwd: repository, env, stdio: ["ignore", "pipe", "pipe"] });
  const [output, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr), closed(child)]);
  if (child.exitCode !== 0 && output === "")
    throw new Error(`${args.join(" ")} ended with code ${child.exitCode}:\n${errors}`);
  return { output };
};

/** Until the pack in a folder says where it serves. */
const startPack = (cwd) => async (env) => {
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [runner, "127.0.0.1:0", "."], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = closed(child);
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill();
  return { ended };
};

/** A pack as `pulumi policy new` makes it, with one rule: what every pack costs. */
function packOfOneRule() {
  const pack = path.join(folder, "one-rule");
  mkdirSync(pack);
  symlinkSync(path.join(repository, "node_modules"), path.join(pack, "node_modules"), "junction");
  writeFileSync(path.join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: index.js\n");
  writeFileSync(
    path.join(pack, "package.json"),
    JSON.stringify({ name: "one-rule", version: "1.0.0", main: "index.js" }),
  );
  writeFileSync(
    path.join(pack, "index.js"),
    `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("one-rule", {
  policies: [{ name: "named", description: "Resources have names.", validateResource: ({ name }, report) => name || report("none") }],
});
`,
  );
  return pack;
}

/** The program against the simulated AWS, without policies and report. */
const record = (stackFile) => async (env) => {
  const child = fork(path.join(repository, "cli/.build/record-child.js"), { cwd: repository, env, silent: true });
  const ended = closed(child);
  const result = new Promise((resolve) => child.once("message", resolve));
  child.send({ root: repository, bundle: programBundle(repository).outfile, stackFile, view: "preview" });
  const { failure } = await result;
  if (failure) throw new Error(failure);
  return { ended };
};

async function textOf(stream) {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}

const closed = (child) => new Promise((resolve) => child.once("close", resolve));

/** The stack with copies of every service, each copy on listener paths of its own. */
function multiplied(stackFile, times) {
  const stack = parse(readFileSync(stackFile, "utf8"));
  const services = Object.entries(stack.config["platform:services"] ?? {});
  const copies = Array.from({ length: times - 1 }, (_, index) =>
    services.map(([name, service]) => [
      `${name}${index + 2}`,
      {
        ...service,
        ...(service.port && { paths: (service.paths ?? ["/*"]).map((each) => `/copy${index + 2}${each}`) }),
      },
    ]),
  );
  stack.config["platform:services"] = Object.fromEntries([...services, ...copies.flat()]);
  const file = path.join(folder, path.basename(stackFile));
  writeFileSync(file, stringify(stack));
  return file;
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Microseconds that one policy took for one resource. */
function microsecondsEach(output) {
  const { manifest, summary } = JSON.parse(output);
  return (summary.milliseconds.analysis * 1000) / (manifest.resources.length * summary.policies);
}

await buildAll();
if (options.engine) {
  await withEngine(["--import", "tsx", "scripts/bench-engine.ts", options.runs, options.stack, "dev"]);
  process.exit();
}
const ONE_RULE = "start of a pack with one rule";
const PACK = "start of the policy pack";
const packFolder = path.dirname(packBundle(repository).entry);
const stackFile = path.join(repository, `Pulumi.${options.stack}.yaml`);
const large = multiplied(stackFile, Number(options.times));
const preview = (file) => run(["cli/bin/preview.mjs", file, "--json"]);
const cases = {
  'require("@pulumi/pulumi")': run(["-e", 'require("@pulumi/pulumi")']),
  [ONE_RULE]: startPack(packOfOneRule()),
  [PACK]: startPack(packFolder),
  [`program of ${options.stack}`]: record(stackFile),
  [`preview of ${options.stack}`]: preview(stackFile),
  [`program, ${options.times} × services`]: record(large),
  [`preview, ${options.times} × services`]: preview(large),
};

const [bare] = Object.keys(cases);
const results = new Map(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < Number(options.runs); round++) {
  for (const [name, work] of Object.entries(cases)) results.get(name).push(await measure(work));
}

const table = new Table({
  head: ["", "seconds", "× bare", "peak MB", "resources", "µs/resource/policy"],
  style: { head: [], border: [] },
});
for (const [name, runs] of results) {
  const ratios = runs.map(({ milliseconds }, round) => milliseconds / results.get(bare)[round].milliseconds);
  const outputs = runs.flatMap(({ output }) => (output ? [output] : []));
  table.push([
    name,
    (median(runs.map(({ milliseconds }) => milliseconds)) / 1000).toFixed(2),
    median(ratios).toFixed(1),
    median(runs.map(({ megabytes }) => megabytes)).toFixed(0),
    outputs[0] ? JSON.parse(outputs[0]).manifest.resources.length : "",
    outputs[0] ? median(outputs.map(microsecondsEach)).toFixed(1) : "",
  ]);
}
console.log(table.toString());
const starts = results.get(PACK).map((pack, round) => pack.milliseconds / results.get(ONE_RULE)[round].milliseconds);
console.log(`The policy pack starts in ${median(starts).toFixed(2)} × the time of a pack with one rule.\n`);

const sizes = options.sizes.split(",");
const analysis = [
  "--import",
  "tsx",
  "scripts/bench-analysis.ts",
  stackFile,
  programBundle(repository).outfile,
  packFolder,
];
const growth = new Table({ head: ["resources", "seconds", "µs/resource/rule"], style: { head: [], border: [] } });
const { output, megabytes } = await measure(run([...analysis, ...sizes]));
for (const line of output.trim().split("\n")) {
  const { resources, rules, milliseconds } = JSON.parse(line);
  growth.push([resources, (milliseconds / 1000).toFixed(2), ((milliseconds * 1000) / resources / rules).toFixed(1)]);
}
console.log(`Analysis over the pack's protocol; peak memory of all processes ${megabytes.toFixed(0)} MB:`);
console.log(growth.toString());
