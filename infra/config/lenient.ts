import type { z } from "zod";
import { valueAt } from "./key-path";
import { exampleAt } from "./schema-lookup";

/** What could be read of a value: all of it, or all but the places that have issues. */
export interface LenientResult<T> {
  /** Absent when too much is missing. */
  value?: T;
  issues: z.core.$ZodIssue[];
  /** The places that were left out of `value`, so that nothing is concluded from their absence. */
  leftOut: PropertyKey[][];
}

/**
 * Reads a value by its schema. Where parts are wrong they are left out, or stand in as the example of their kind where
 * they cannot be missing, and the rest is read all the same: so the checks between sections still see what is right,
 * and all problems of a file come at once.
 */
export function parseLeniently<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): LenientResult<z.output<Schema>> {
  const first = schema.safeParse(raw);
  if (first.success) return { value: first.data, issues: [], leftOut: [] };

  const { issues } = first.error;
  const leftOut: PropertyKey[][] = [];
  const rest: unknown = structuredClone(raw);
  let open = issues;
  // Each pass takes something away or fills something in that then is right, so it ends.
  for (;;) {
    const places = open.flatMap((issue) => placesOf(schema, issue, rest));
    if (places.some((place) => place.length === 0)) return { issues, leftOut: [[]] };
    places.forEach((place) => mend(schema, rest, place));
    leftOut.push(...places);
    const next = schema.safeParse(rest);
    if (next.success) return { value: next.data, issues, leftOut };
    open = next.error.issues;
  }
}

/** The keys that an issue makes unreadable; what is missing and has no example takes along what is around it. */
function placesOf(schema: z.ZodType, issue: z.core.$ZodIssue, value: unknown): PropertyKey[][] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key]);
  let place = issue.path;
  while (place.length > 0 && valueAt(value, place) === undefined && exampleAt(schema, place) === undefined) {
    place = place.slice(0, -1);
  }
  return [place];
}

/** Takes a wrong value away, or puts an example where one is missing. */
function mend(schema: z.ZodType, value: unknown, place: PropertyKey[]): void {
  const parent = valueAt(value, place.slice(0, -1));
  const key = place.at(-1);
  if (typeof parent !== "object" || parent === null || key === undefined) return;
  if (valueAt(value, place) === undefined) Reflect.set(parent, key, exampleAt(schema, place));
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}
