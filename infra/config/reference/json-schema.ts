import { z } from "zod";
import { regionName } from "../accepted";
import { PROFILE_DEFAULTS, type Profile, PROFILES } from "../profile";
import { type SectionName, sectionSchemas } from "../sections";

/** The parts of JSON Schema (draft 7, which editors understand best) that the sections use. */
export interface JsonSchema {
  type?: string;
  description?: string;
  default?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  propertyNames?: JsonSchema;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  not?: JsonSchema;
}

/** Schema of a whole `Pulumi.<stack>.yaml`, for editors. */
export function stackFileSchema(): JsonSchema & { $schema: string; title: string } {
  const sections = sectionJsonSchemas();
  const properties = Object.fromEntries(
    Object.entries(sections).map(([name, { schema }]) => [`platform:${name}`, schema]),
  );
  const required = Object.keys(sections).filter((name) => sections[name as SectionName].required);
  const known = ["aws:region", ...Object.keys(properties)];
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Stack file of the platform",
    type: "object",
    properties: {
      config: {
        type: "object",
        properties: { "aws:region": toJsonSchema(regionName().describe("Region of the stack.")), ...properties },
        required: ["aws:region", ...required.map((name) => `platform:${name}`)],
        propertyNames: { anyOf: [{ enum: known }, { not: { pattern: "^platform:" } }] },
      },
    },
    required: ["config"],
  };
}

/** Schema of each section; a default that depends on the profile stands in the description instead. */
export function sectionJsonSchemas(): Record<SectionName, { schema: JsonSchema; required: boolean }> {
  const byProfile = PROFILES.map((profile) => sectionSchemas(PROFILE_DEFAULTS[profile]));
  const [first] = byProfile as [ReturnType<typeof sectionSchemas>];
  const names = Object.keys(first) as SectionName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        schema: merged(byProfile.map((schemas) => toJsonSchema(schemas[name]))),
        required: !first[name].safeParse(undefined).success,
      },
    ]),
  ) as Record<SectionName, { schema: JsonSchema; required: boolean }>;
}

/** Schema of each section with the defaults of one profile. */
export function sectionJsonSchemasOf(profile: Profile): Record<SectionName, JsonSchema> {
  const schemas = Object.entries(sectionSchemas(PROFILE_DEFAULTS[profile]));
  return Object.fromEntries(schemas.map(([name, schema]) => [name, toJsonSchema(schema)])) as Record<
    SectionName,
    JsonSchema
  >;
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
  return rest as JsonSchema;
}

/** One schema from those of the profiles, which differ in defaults only. */
function merged(schemas: JsonSchema[]): JsonSchema {
  const [first] = schemas as [JsonSchema];
  const entries = Object.entries(first).map(([key, value]) => [
    key,
    mergedValue(schemas, key as keyof JsonSchema, value),
  ]);
  const result = Object.fromEntries(entries) as JsonSchema;
  const defaults = schemas.map((schema) => JSON.stringify(schema.default));
  if (new Set(defaults).size > 1) {
    delete result.default;
    result.description = `${first.description ?? ""} Default: ${defaultsInWords(defaults)}.`.trim();
  }
  return result;
}

function mergedValue(schemas: JsonSchema[], key: keyof JsonSchema, value: unknown): unknown {
  const values = schemas.map((schema) => schema[key]);
  if (key === "items" || (key === "additionalProperties" && typeof value === "object")) {
    return merged(values as JsonSchema[]);
  }
  if (key === "anyOf") {
    return (value as JsonSchema[]).map((_, index) => merged(values.map((list) => (list as JsonSchema[])[index] ?? {})));
  }
  if (key !== "properties") return value;
  return Object.fromEntries(
    Object.keys(value as object).map((name) => [
      name,
      merged(values.map((properties) => (properties as Record<string, JsonSchema>)[name] ?? {})),
    ]),
  );
}

function defaultsInWords(defaults: (string | undefined)[]): string {
  const distinct = [...new Set(defaults)];
  return distinct
    .map((value) => `${value} (${PROFILES.filter((_, index) => defaults[index] === value).join(", ")})`)
    .join("; ");
}
