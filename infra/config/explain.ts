import { closest } from "fastest-levenshtein";
import type { z } from "zod";
import { keyText, type KeyPath, valueAt } from "./key-path";
import { exampleAt, knownKeys } from "./schema-lookup";
import type { Problem } from "./stack-config-error";
import { valueInWords } from "./value-in-words";

/** The problems that an issue of the schema stands for, in words that name key, value, accepted form and remedy. */
export function explain(schema: z.ZodType, raw: unknown, section: string, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => unknownKey([section, ...keys(issue.path), key], known));
  }
  if (issue.code === "invalid_union") {
    const [nearest] = issue.errors.map(furthest).sort((a, b) => b.path.length - a.path.length);
    if (nearest && nearest.path.length > 0) {
      return explain(schema, raw, section, { ...nearest, path: [...issue.path, ...nearest.path] });
    }
  }
  const path: KeyPath = [section, ...keys(issue.path)];
  const value = valueAt(raw, issue.path);
  const expected = acceptedForm(issue);
  const got =
    issue.code === "invalid_key" ? `the name ${JSON.stringify(issue.path.at(-1))}` : valueInWords(value, path);
  return [{ key: keyText(path), path, got, expected, fix: remedy(schema, issue, value) }];
}

/** An unknown key with the known one that it probably means. */
export function unknownKey(path: KeyPath, known: readonly string[]): Problem {
  const name = String(path.at(-1)).replace(/^platform:/, "");
  const suggestion = known.length > 0 ? closest(name, known) : undefined;
  return {
    key: keyText(path),
    path,
    got: "a key that is not known here",
    expected: known.length > 0 ? `one of ${known.join(", ")}` : "no key at all",
    fix: suggestion === undefined ? "remove it" : `did you mean ${suggestion}? Rename the key, or remove it`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function acceptedForm(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  return issue.message;
}

/** The issue of a union's branch that lies deepest: that is the branch the writer had in mind. */
function furthest(issues: z.core.$ZodIssue[]): z.core.$ZodIssue {
  return [...issues].sort((a, b) => b.path.length - a.path.length)[0] as z.core.$ZodIssue;
}

function remedy(schema: z.ZodType, issue: z.core.$ZodIssue, value: unknown): string {
  const example = exampleAt(schema, issue.path);
  const shown = example === undefined ? "" : `, for example ${JSON.stringify(example)}`;
  if (issue.code === "invalid_key") return "rename the key";
  if (value === undefined || value === null) return `add it${shown}`;
  if (issue.code === "invalid_type" && typeof value === "string" && wantsBare(issue.expected, value)) {
    return `write ${value} without quotes`;
  }
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof value !== "object") {
    return "put the value in quotes";
  }
  return `change the value${shown}`;
}

function wantsBare(expected: string, value: string): boolean {
  return expected === "boolean"
    ? /^(true|false)$/.test(value)
    : /^(int|number)$/.test(expected) && /^-?\d{1,15}$/.test(value);
}

function keys(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((part) => (typeof part === "number" ? part : String(part)));
}
