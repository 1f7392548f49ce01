import { type Profile, PROFILES } from "../profile";
import { sectionJsonSchemasOf } from "./json-schema";
import { rowsBelow } from "./reference-page";

/** A key whose default is another in another profile. */
export interface DifferingDefault {
  /** `platform:database.multiZone` */
  key: string;
  defaults: Record<Profile, unknown>;
}

/** Every default that differs between profiles, from the schemas that read a stack file. */
export function differingDefaults(): DifferingDefault[] {
  const byProfile = PROFILES.map((profile) => [profile, defaultsOf(profile)] as const);
  const keys = [...new Set(byProfile.flatMap(([, defaults]) => [...defaults.keys()]))];
  return keys
    .map((key) => ({
      key,
      defaults: Object.fromEntries(byProfile.map(([profile, defaults]) => [profile, defaults.get(key)])),
    }))
    .filter(({ defaults }) => new Set(Object.values(defaults).map((value) => JSON.stringify(value))).size > 1)
    .map((each) => each as DifferingDefault);
}

function defaultsOf(profile: Profile): Map<string, unknown> {
  const sections = Object.entries(sectionJsonSchemasOf(profile));
  return new Map(
    sections.flatMap(([name, schema]) => {
      const own: [string, unknown][] = [[`platform:${name}`, schema.default]];
      const below = rowsBelow(`platform:${name}`, schema).map((row): [string, unknown] => [
        row.key,
        row.schema.default,
      ]);
      return [...own, ...below];
    }),
  );
}
