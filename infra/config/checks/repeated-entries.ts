import { at, type Check, type Fault } from "../draft";
import type { KeyPath } from "../key-path";
import type { SectionName } from "../sections";

/** The words of a command may repeat themselves; of the other lists a check of their own tells more. */
const LEFT_OUT: ReadonlySet<unknown> = new Set(["command", "availabilityZones", "paths"]);

/** No list names a thing twice: the second entry would be another resource of the same name, or none. */
export const repeatedEntries: Check = ({ written }) =>
  Object.entries(written).flatMap(([section, value]) => repeatedIn(value, at(section as SectionName)));

function repeatedIn(value: unknown, path: KeyPath): Fault[] {
  if (typeof value !== "object" || value === null || LEFT_OUT.has(path.at(-1))) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, item]) => repeatedIn(item, [...path, key]));
  return value.flatMap((item: unknown, index) => {
    const first = value.indexOf(item);
    if (typeof item === "object" || first === index) return repeatedIn(item, [...path, index]);
    return {
      path: [...path, index],
      involves: [],
      got: `what entry ${first} says already`,
      expected: "each entry once",
      fix: "remove one of the two, or write the one that was meant",
    };
  });
}
