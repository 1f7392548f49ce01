import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";

const AWS = path.dirname(require.resolve("@pulumi/aws/package.json"));

/** The members of an interface as its declaration writes them, by name; each begins on a line with this indent. */
function membersOf(body: string, indent: string): [string, string][] {
  const member = new RegExp(`^${indent}(?:readonly )?(\\w+)\\??: ([^]*?);$(?=\\n${indent}\\S|\\n?(?![^]))`, "gm");
  return [...body.matchAll(member)].map(([, name = "", written = ""]) => [name, written]);
}

/** The inputs that the provider's typings declare for a resource type, each with its type as it is written. */
export const declaredInputs = (type: string): [string, string][] => declared(type, "Args");

/** The same with what the provider answers, as an analysis of a stack sees it. */
export const declaredState = (type: string): [string, string][] => declared(type, "State");

function declared(type: string, kind: "Args" | "State"): [string, string][] {
  const [, module, name] = /^aws:(\w+\/\w+):(\w+)$/.exec(type) ?? [];
  const file = path.join(AWS, `${module}.d.ts`);
  if (!module || !existsSync(file)) return [];
  const [, body = ""] =
    new RegExp(`export interface ${name}${kind} \\{\\n(.*?)\\n\\}`, "s").exec(readFileSync(file, "utf8")) ?? [];
  return membersOf(body, "    ");
}

let nested: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

/** The members of the object that a written type such as `pulumi.Input<inputs.s3.BucketLogging>` is, or a list of. */
export function declaredMembers(written: string): ReadonlyMap<string, string> | undefined {
  const [, name = ""] = /\binputs\.([\w.]+)/.exec(written) ?? [];
  return (nested ??= nestedTypes()).get(name);
}

function nestedTypes(): Map<string, Map<string, string>> {
  const text = readFileSync(path.join(AWS, "types/input.d.ts"), "utf8");
  const namespaces = text.matchAll(/^export declare namespace (\w+) \{\n([^]*?)^\}/gm);
  return new Map(
    [...namespaces].flatMap(([, namespace, body = ""]) =>
      [...body.matchAll(/^ {4}interface (\w+) \{\n([^]*?)^ {4}\}/gm)].map(([, name, members = ""]) => [
        `${namespace}.${name}`,
        new Map(membersOf(members.trimEnd(), "        ")),
      ]),
    ),
  );
}
