import path from "node:path";
import * as pulumi from "@pulumi/pulumi";

/**
 * A file beside a component's own, to be uploaded as it is: `sourceFile("canary", "script/pages.js")`.
 *
 * Its path is told from the project's folder, where Pulumi reads it: so a manifest is the same on every machine. It is
 * found through the package and not by `__dirname`, because a bundle of the program lies elsewhere.
 */
export function sourceFile(component: string, file: string): pulumi.asset.FileAsset {
  const folder = path.dirname(require.resolve(`@platform/components/${component}`));
  return new pulumi.asset.FileAsset(path.relative(process.cwd(), path.join(folder, file)));
}
