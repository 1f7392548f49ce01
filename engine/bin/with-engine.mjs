import { createRequire } from "node:module";
import process from "node:process";
import { buildAll, buildIfStale, launcherBundle, providerBundle, repository } from "../../scripts/build.mjs";

/** Runs Node.js with these arguments in the repository's folder, with an engine and all bundles; takes its status over. */
export async function withEngine(args) {
  await Promise.all([buildAll(), buildIfStale(providerBundle), buildIfStale(launcherBundle)]);
  const launcher = createRequire(import.meta.url)(launcherBundle.outfile);
  process.exitCode = await launcher.withEngine(args, repository);
}
