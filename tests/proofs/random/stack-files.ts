import * as fc from "fast-check";
import { PROFILE_DEFAULTS } from "../../../infra/config/profile";
import { sectionSchemas } from "../../../infra/config/sections";
import { REGIONS } from "./hints";
import { resolved } from "./references";
import { perhaps, valuesOf } from "./values";

/** The `config` of a stack file. */
export type StackFile = Record<string, unknown>;

/** Stack files within the schema: each section by itself is well formed, and most of what they say of each other fits. */
export function stackFiles(): fc.Arbitrary<StackFile> {
  const sections = Object.entries(sectionSchemas(PROFILE_DEFAULTS.production));
  const values = sections.map(([name, schema]) => {
    const value = valuesOf(schema, [name]);
    const isNeeded = !schema.safeParse(undefined).success;
    // Reasons are added where a file needs them: those of no protection are always wrong.
    const share = name === "reasons" ? 0.1 : 0.75;
    return [`platform:${name}`, isNeeded ? value : perhaps(value, share)] as const;
  });
  return fc
    .record({ "aws:region": fc.constantFrom(...REGIONS), ...Object.fromEntries(values) })
    .map((file) => resolved(zonesOf(written(file))));
}

const written = (file: StackFile): StackFile =>
  Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined));

/** Zones bear the region's name. */
function zonesOf(file: StackFile): StackFile {
  const network = file["platform:network"] as { availabilityZones: string[] };
  const region = String(file["aws:region"]);
  const availabilityZones = network.availabilityZones.map((zone) => (zone.length === 1 ? `${region}${zone}` : zone));
  return { ...file, "platform:network": { ...network, availabilityZones } };
}
