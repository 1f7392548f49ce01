import type { Problem } from "./stack-config-error";

/** The problems in the order of the file; what is missing from it comes where its section ends. */
export function inFileOrder(
  problems: readonly Problem[],
  raw: Readonly<Record<string, unknown>>,
  written: Readonly<Record<string, unknown>>,
): Problem[] {
  const order = Object.keys(raw);
  const placed = problems.map((problem) => ({ problem, place: placeOf(problem.path, order, written) }));
  return placed.sort((a, b) => compare(a.place, b.place)).map(({ problem }) => problem);
}

/** For each step of the path its position among its neighbours. */
function placeOf(path: Problem["path"], order: string[], written: Readonly<Record<string, unknown>>): number[] {
  const [section, ...rest] = path;
  const place = [position(order, String(section))];
  let node: unknown = written[String(section).replace("platform:", "")];
  for (const part of rest) {
    const entries: Record<string, unknown> = typeof node === "object" && node !== null ? { ...node } : {};
    place.push(position(Object.keys(entries), String(part)));
    node = entries[part];
  }
  return place;
}

function position(names: string[], name: string): number {
  const index = names.indexOf(name);
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

function compare(a: number[], b: number[]): number {
  for (const [index, step] of a.entries()) {
    const difference = step - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
