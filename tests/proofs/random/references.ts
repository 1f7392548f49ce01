import { PROFILE_DEFAULTS } from "../../../infra/config/profile";
import { sectionSchemas } from "../../../infra/config/sections";

const SECTIONS = Object.keys(sectionSchemas(PROFILE_DEFAULTS.production));

const REFERENCE = Symbol("reference");

/** Stands for something of a section until the whole file is made: a name of it, or whether there is such a section. */
interface Reference {
  [REFERENCE]: true;
  section: string;
  pick: number;
  gives: "name" | "whether";
}

export const reference = (section: string, pick: number, gives: Reference["gives"]): Reference => ({
  [REFERENCE]: true,
  section,
  pick,
  gives,
});

const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && REFERENCE in value;

/** The section that a key speaks of by its name: `buckets` and `bucket` of the buckets, `database` of the database. */
export const sectionNamedBy = (key: string): string | undefined =>
  SECTIONS.find((section) => section === key || section === `${key}s`);

/** One reference in so many is wrong. */
const WRONG = 12;

/** The file with every reference put in: most of them to what the file has. */
export function resolved(file: Record<string, unknown>): Record<string, unknown> {
  const namesOf = (section: string): string[] => Object.keys((file[`platform:${section}`] ?? {}) as object);
  const resolve = (value: unknown): unknown => {
    if (isReference(value)) return put(value, namesOf(value.section), `platform:${value.section}` in file);
    if (Array.isArray(value)) return value.map(resolve).filter((each) => each !== undefined);
    if (typeof value !== "object" || value === null) return value;
    const entries = isMap(value)
      ? value.entries.map(([key, of]) => [resolve(key), resolve(of)] as const)
      : Object.entries(value).map(([key, of]) => [key, resolve(of)] as const);
    return Object.fromEntries(entries.filter(([key, of]) => key !== undefined && of !== undefined));
  };
  return resolve(file) as Record<string, unknown>;
}

function put({ pick, gives }: Reference, names: string[], isThere: boolean): unknown {
  const isWrong = pick % WRONG === 0;
  if (gives === "whether") return isWrong || (isThere && pick % 2 === 1);
  return isWrong ? "nowhere" : names[pick % Math.max(names.length, 1)];
}

/** A map whose keys are references. */
const isMap = (value: object): value is { entries: [unknown, unknown][] } =>
  Object.keys(value).join() === "entries" && "entries" in value && Array.isArray(value.entries);
