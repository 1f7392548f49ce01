import { createRequire } from "node:module";
import process from "node:process";
import { buildAll, buildIfStale, launcherBundle, providerBundles, repository } from "../../scripts/build.mjs";

/** Runs Node.js with these arguments in the repository's folder, with an engine and all bundles; takes its status over. */
export async function withEngine(args) {
  await Promise.all([buildAll(), ...[...providerBundles, launcherBundle].map(buildIfStale)]);
  const launcher = createRequire(import.meta.url)(launcherBundle.outfile);
  process.exitCode = await launcher.withEngine(args, repository);
}
