import { ANY_AWS, type Rule } from "../../kernel/rule";

/** The keys of a property path, without indexes: `origins[0].domainName` and `origins[*]["domainName"]` are alike. */
export const keysOf = (path: string): string[] => path.split(/[.[\]"]+/).filter((key) => !/^(\d*|\*)$/.test(key));

/**
 * By type, the properties that a rule which blocks a deployment finds fault with, as its bad cases show them. Read
 * from the cases so that a new rule guards its properties by itself; the cases cover every way to break a rule.
 */
export function checkedProperties(rules: readonly Rule[]): Map<string, string[][]> {
  const table = new Map<string, string[][]>();
  for (const { severity, types, cases } of rules) {
    if ((severity !== "critical" && severity !== "high") || types.includes(ANY_AWS)) continue;
    const bad = (cases.resource ?? []).filter(({ verdict }) => verdict === "bad");
    const properties = bad.flatMap(({ paths }) => paths.map(keysOf));
    for (const type of types) table.set(type, [...(table.get(type) ?? []), ...properties]);
  }
  return table;
}

/** Whether one path is the other, lies below it or above it. */
export const overlaps = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((key, index) => index >= other.length || key === other[index]);
