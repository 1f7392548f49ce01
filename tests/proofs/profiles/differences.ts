import { type ManifestResource, type Recording, toManifest, type WireObject } from "@platform/simulator";
import type { Profile } from "../../../infra/config/profile";

/** One thing about the resources of a type that is another in another profile. */
export interface Difference {
  /** `rds.Instance multiAz` */
  what: string;
  values: Record<Profile, string>;
}

/** What each profile makes of the same stack file. */
export type ByProfile = Record<Profile, Recording>;

// Documents are longer than a cell, and follow from what is in the table already.
const DOCUMENTS = /^(policy|assumeRolePolicy|containerDefinitions|tags|defaultTags)$/;

/** What differs in the resources of a stack between profiles: how many there are of a type, and their inputs. */
export function differencesOf(recordings: ByProfile): Difference[] {
  const facts = Object.entries(recordings).map(([profile, recording]) => [profile, factsOf(recording)] as const);
  const all = [...new Set(facts.flatMap(([, each]) => [...each.keys()]))].sort();
  return all
    .map((what) => ({
      what,
      values: Object.fromEntries(facts.map(([profile, each]) => [profile, textOf(each.get(what))])),
    }))
    .filter(({ values }) => new Set(Object.values(values)).size > 1)
    .map((difference) => difference as Difference);
}

const textOf = (values: Set<string> | undefined): string => [...(values ?? [])].sort().join(", ");

function factsOf(recording: Recording): Map<string, Set<string>> {
  const facts = new Map<string, Set<string>>();
  const note = (what: string, value: string): void => void facts.set(what, (facts.get(what) ?? new Set()).add(value));
  const resources = toManifest(recording).resources.filter(({ custom }) => custom);
  for (const [type, count] of countsOf(resources)) note(type, String(count));
  for (const { type, inputs } of resources) {
    for (const [path, value] of leavesOf(inputs)) note(`${shortName(type)} ${path}`, value);
  }
  return facts;
}

function countsOf(resources: ManifestResource[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of resources) counts.set(shortName(type), (counts.get(shortName(type)) ?? 0) + 1);
  return counts;
}

/** `rds.Instance` of `aws:rds/instance:Instance` */
const shortName = (type: string): string => type.replace(/^aws:(\w+)\/\w+:/, "$1.");

/** Numbers, words and switches with the path that leads to them; ids and texts that a profile does not choose are left out. */
function leavesOf(inputs: WireObject): [string, string][] {
  return Object.entries(inputs).flatMap(([key, value]): [string, string][] => {
    if (DOCUMENTS.test(key)) return [];
    if (Array.isArray(value)) {
      return value.flatMap((each) => (isObject(each) ? below(key, each) : []));
    }
    if (isObject(value)) return below(key, value);
    return typeof value === "boolean" || typeof value === "number" || isWord(value) ? [[key, String(value)]] : [];
  });
}

const below = (key: string, value: WireObject): [string, string][] =>
  leavesOf(value).map(([path, leaf]) => [`${key}.${path}`, leaf]);

const isObject = (value: unknown): value is WireObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that somebody chose from a list: a class, a mode. */
const isWord = (value: unknown): boolean =>
  typeof value === "string" && /^(db|cache)\.[\w.]+$|^[a-z]+$|^[A-Z][A-Za-z]+_\w+$/.test(value);
