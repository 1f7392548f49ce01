import { looksLikeSecret } from "./secret-shape";

/** Most characters of a value that a message repeats. */
const SHOWN = 80;

/** What a value is, in words. Text that is, or may be, secret is never repeated. */
export function valueInWords(value: unknown, path: readonly PropertyKey[]): string {
  if (value === undefined) return "nothing";
  if (value === null) return "nothing (null)";
  if (Array.isArray(value)) return value.length === 1 ? "a list of one" : `a list of ${value.length}`;
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty map" : "a map";
  if (mayBeSecret(path)) return `a ${typeof value === "string" ? "text" : typeof value} that is not shown here`;
  if (typeof value !== "string") return `${typeof value === "number" ? "the number " : ""}${String(value)}`;
  if (looksLikeSecret(value)) return "a text that looks like a key or a password and is not shown here";
  return value.length > SHOWN
    ? `the text ${JSON.stringify(value.slice(0, SHOWN))}…`
    : `the text ${JSON.stringify(value)}`;
}

/** Whether people may have put a secret there: below `secrets`, or in a service's environment. */
function mayBeSecret(path: readonly PropertyKey[]): boolean {
  if (path[0] === "platform:secrets") return path.at(-1) !== "rotateAfterDays";
  return path[0] === "platform:services" && path[2] === "environment";
}
