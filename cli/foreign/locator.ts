import * as path from "node:path";
import type { SourcePosition } from "@platform/simulator";
import type { ForeignProject } from "./project";

/** Finds the `file:line` of a place in a project's own code; `undefined` for its dependencies. */
export const locatorOf =
  ({ root }: ForeignProject) =>
  ({ file, line }: SourcePosition): string | undefined => {
    const inProject = path.relative(root, file);
    const isOwn = !inProject.startsWith("..") && !path.isAbsolute(inProject) && !/node_modules/.test(inProject);
    return isOwn ? `${inProject}:${line}` : undefined;
  };
