import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";

const AWS = path.dirname(require.resolve("@pulumi/aws/package.json"));

/** The inputs that the provider's typings declare for a resource type, each with its type as it is written. */
export function declaredInputs(type: string): [string, string][] {
  const [, module, name] = /^aws:(\w+\/\w+):(\w+)$/.exec(type) ?? [];
  const file = path.join(AWS, `${module}.d.ts`);
  if (!module || !existsSync(file)) return [];
  const [, body = ""] =
    new RegExp(`export interface ${name}Args \\{\\n(.*?)\\n\\}`, "s").exec(readFileSync(file, "utf8")) ?? [];
  return [...body.matchAll(/^ {4}(\w+)\??: (.*);$/gm)].map(([, input = "", written = ""]) => [input, written]);
}
