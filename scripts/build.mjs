// Bundles the preview, the program and the policy pack, without type-checking. A bundle is left alone while none of
// the files that went into it has changed, which takes a few milliseconds to see.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** What must stay one instance per process, or is loaded service by service. Everything else goes into the bundle. */
const EXTERNAL = ["@pulumi/*", "@grpc/*", "google-protobuf", "ajv", "esbuild"];

/**
 * @typedef {object} Bundle
 * @property {string} root Folder that holds the npm workspaces that `@platform/*` names.
 * @property {string} entry
 * @property {string} outfile
 */

/** The bundles of the preview itself: the command, and what records another revision's program in a process of its own. */
const commandBundles = [
  bundleOf(repository, "cli/preview/index.ts", "cli/.build/preview.js"),
  bundleOf(repository, "cli/changes/record-child.ts", "cli/.build/record-child.js"),
];

/** @param {string} root @returns {Bundle} */
export const programBundle = (root) => bundleOf(root, "infra/index.ts", "infra/.build/program.js");

/** @param {string} root @returns {Bundle} */
export const packBundle = (root) => bundleOf(root, "policies/index.ts", "policies/dist/index.js");

/** The providers that the engine's tests put in the place of AWS's and of awsx. */
export const providerBundles = [
  bundleOf(repository, "engine/provider/main.ts", "engine/.build/provider.js"),
  bundleOf(repository, "engine/provider/awsx.ts", "engine/.build/awsx.js"),
];

/** What finds or builds the engine, and runs what needs it. */
export const launcherBundle = bundleOf(repository, "engine/launcher.ts", "engine/.build/launcher.js");

/** Brings every bundle that a preview of the project in `root` needs up to date. */
export async function buildAll(root = repository) {
  await Promise.all([...commandBundles, programBundle(root), packBundle(root)].map(buildIfStale));
}

/** @param {Bundle} bundle */
export async function buildIfStale(bundle) {
  if (!isCurrent(bundle)) await build(bundle);
}

/** @param {Bundle} bundle */
async function build({ root, entry, outfile }) {
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: "external",
    sourcesContent: false,
    external: EXTERNAL,
    plugins: [workspacePackages(root)],
    logLevel: "silent",
    metafile: true,
  });
  const inputs = [...Object.keys(metafile.inputs).map((input) => path.resolve(root, input)), ...recipe];
  writeFileSync(`${outfile}.inputs.json`, JSON.stringify(inputs.map((input) => [input, stampOf(input)])));
}

/** Resolves `@platform/*` inside `root`, whose node_modules may be another revision's. */
function workspacePackages(root) {
  return {
    name: "workspace-packages",
    setup(esbuild) {
      esbuild.onResolve({ filter: /^@platform\// }, ({ path: specifier, kind }) => {
        const [, room, ...rest] = specifier.split("/");
        return esbuild.resolve(`./${[room, ...rest].join("/")}`, { resolveDir: root, kind });
      });
    },
  };
}

/** The build's own inputs: another recipe or other dependencies make every bundle stale. */
const recipe = [fileURLToPath(import.meta.url), path.join(repository, "package-lock.json")];

/** @param {Bundle} bundle */
function isCurrent({ outfile }) {
  try {
    const inputs = JSON.parse(readFileSync(`${outfile}.inputs.json`, "utf8"));
    statSync(outfile);
    return inputs.every(([file, stamp]) => stampOf(file) === stamp);
  } catch {
    return false;
  }
}

const stampOf = (file) => {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}:${size}`;
};

function bundleOf(root, entry, outfile) {
  return { root, entry: path.join(root, entry), outfile: path.join(root, outfile) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
