import { createRequire } from "node:module";
import path from "node:path";
import { buildAll, buildIfStale, packBundle, programBundle, repository } from "../../scripts/build.mjs";

const require = createRequire(import.meta.url);

/**
 * Previews a stack of the project in `root`: brings the bundles up to date and hands over to the command.
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runPreview(root, args) {
  try {
    await buildAll(root);
  } catch (error) {
    console.error(messageOfBuild(error));
    return 1;
  }
  const { main } = require(path.join(repository, "cli/.build/preview.js"));
  return main(args, {
    root,
    program: programBundle(root).outfile,
    pack: path.dirname(packBundle(root).entry),
    recorder: path.join(repository, "cli/.build/record-child.js"),
    buildProgram: async (otherRoot) => {
      const bundle = programBundle(otherRoot);
      await buildIfStale(bundle);
      return bundle.outfile;
    },
  });
}

/** What esbuild found, as `file:line:column: message` lines without a stack trace. */
function messageOfBuild(error) {
  const lines = (error.errors ?? []).map(({ location, text }) =>
    location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
  );
  return ["The program could not be built:", ...(lines.length > 0 ? lines : [error.message])].join("\n  ");
}
