import { type Document, isAlias, isMap, type Scalar, type YAMLMap } from "yaml";

/** Where a key is, or the deepest part of it that exists. A key may itself contain dots and colons: the longest wins. */
export function offsetOf(document: Document.Parsed, config: YAMLMap, key: string): number {
  let node: unknown = config;
  let offset = config.range?.[0] ?? 0;
  let rest = key.replace(/\[(\d+)\]/g, ".$1");
  while (rest !== "") {
    const step = stepInto(isAlias(node) ? node.resolve(document) : node, rest);
    if (!step) return offset;
    ({ node, offset } = step);
    rest = rest.slice(step.taken.length).replace(/^\./, "");
  }
  return offset;
}

function stepInto(node: unknown, rest: string): { node: unknown; offset: number; taken: string } | undefined {
  if (isMap(node)) {
    const found = node.items
      .map(({ key, value }) => ({ taken: String(key), key: key as Scalar, value }))
      .filter(({ taken }) => rest === taken || rest.startsWith(`${taken}.`))
      .sort((a, b) => b.taken.length - a.taken.length)[0];
    return found && { node: found.value, offset: found.key.range?.[0] ?? 0, taken: found.taken };
  }
  const index = /^\d+/.exec(rest)?.[0];
  const items = (node as { items?: { range?: [number, number, number] }[] } | null)?.items;
  const item = index === undefined ? undefined : items?.[Number(index)];
  return item && { node: item, offset: item.range?.[0] ?? 0, taken: index as string };
}
