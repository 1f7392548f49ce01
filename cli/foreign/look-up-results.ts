import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type { ForeignProject } from "./project";

/**
 * The properties of a look-up's answer, read from the typings of the project's own SDK: `aws:ec2/getAmi:getAmi` is
 * `ec2/getAmi.d.ts` in `@pulumi/aws`. None where the SDK is built otherwise.
 */
export const resultPropertiesOf =
  (project: ForeignProject) =>
  (token: string): string[] => {
    const [pkg = "", module = ""] = token.split(":");
    try {
      const sdk = createRequire(path.join(project.root, "package.json")).resolve(`@pulumi/${pkg}/package.json`);
      const typings = readFileSync(path.join(path.dirname(sdk), `${module.replace(/^index\//, "")}.d.ts`), "utf8");
      const result = /export interface Get\w+Result \{(.*?)^\}/ms.exec(typings)?.[1] ?? "";
      return [...result.matchAll(/^ {4}readonly (\w+)\??:/gm)].flatMap(([, property]) => property ?? []);
    } catch {
      return [];
    }
  };
