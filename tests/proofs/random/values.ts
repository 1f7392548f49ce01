import * as fc from "fast-check";
import { z } from "zod";
import { hintFor, isUsual } from "./hints";
import { reference, sectionNamedBy } from "./references";
import { textArbitrary } from "./texts";

/** What zod knows of a schema, as far as values can be made of it. */
interface Definition {
  type: string;
  shape: Record<string, z.ZodType>;
  keyType: z.ZodType;
  valueType: z.ZodType;
  element: z.ZodType;
  innerType: z.ZodType;
  in: z.ZodType;
  options: z.ZodType[];
  entries: Record<string, string>;
  values: unknown[];
}

/** The bounds that a schema checks, as zod writes them down. */
interface Bound {
  check: string;
  value?: number;
  minimum?: number;
  maximum?: number;
  pattern?: RegExp;
}

// zod's own types tell the parts of each kind of schema only to whom knows the kind already.
const partsOf = (definition: unknown): unknown => definition;
const definitionOf = (schema: z.ZodType): Definition => partsOf(schema.def) as Definition;
const boundsOf = (schema: z.ZodType): Bound[] =>
  (schema.def.checks ?? []).map((check) => partsOf(check._zod.def) as Bound);

/** The number that the check of that kind holds, or what stands where there is no such check. */
const boundOf = (schema: z.ZodType, kind: string, without: number): number => {
  const bound = boundsOf(schema).find(({ check }) => check === kind);
  return bound?.value ?? bound?.minimum ?? bound?.maximum ?? without;
};

const examplesOf = (schema: z.ZodType): unknown[] => (schema.meta()?.["examples"] ?? []) as unknown[];

/** Schemas around another that say only what happens without a value. */
const WRAPPERS = ["optional", "default", "prefault", "nullable"];

/**
 * Values of a schema, as a stack file writes them: made from the schema itself, so that a new key is tried without a
 * word about it here. `path` are the keys that lead to the value, `*` for names that the file gives.
 */
export function valuesOf(schema: z.ZodType, path: string[]): fc.Arbitrary<unknown> {
  const hint = hintFor(path);
  if (hint) return hint;
  const examples = examplesOf(schema).filter((example) => !mentionsNames(example, path));
  const made = madeFrom(schema, path);
  return examples.length === 0
    ? made
    : fc.oneof({ weight: 3, arbitrary: made }, { weight: 1, arbitrary: fc.constantFrom(...examples) });
}

/** The documentation's examples of references name things that a random file does not have. */
const mentionsNames = (example: unknown, path: string[]): boolean =>
  typeof example === "object" && path.some((key) => sectionNamedBy(key) !== undefined && path[0] !== key);

function madeFrom(schema: z.ZodType, path: string[]): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  if (WRAPPERS.includes(definition.type)) return valuesOf(definition.innerType, path);
  const make = MAKERS[definition.type];
  if (!make)
    throw new Error(`no values of zod's ${definition.type} at ${path.join(".")}: say how in tests/proofs/random`);
  return make(schema, definition, path);
}

type Maker = (schema: z.ZodType, definition: Definition, path: string[]) => fc.Arbitrary<unknown>;

const MAKERS: { [type: string]: Maker } = {
  object: (_schema, { shape }, path) => objects(shape, path),
  record: (_schema, { keyType, valueType }, path) => records(keyType, valueType, path),
  array: (schema, { element }, path) => {
    const [minimum, maximum] = [boundOf(schema, "min_length", 0), boundOf(schema, "max_length", 100)];
    return fc.array(valuesOf(element, path), { minLength: minimum, maxLength: Math.min(maximum, minimum + 3) });
  },
  pipe: (_schema, definition, path) => valuesOf(definition.in, path),
  union: (_schema, { options }, path) => fc.oneof(...options.map((option) => valuesOf(option, path))),
  enum: (_schema, { entries }) => fc.constantFrom(...Object.values(entries)),
  literal: (_schema, { values }) => fc.constantFrom(...values),
  boolean: (_schema, _definition, path) => {
    const section = path.includes("uses") ? sectionNamedBy(path.at(-1) ?? "") : undefined;
    return section === undefined ? fc.boolean() : fc.nat().map((pick) => reference(section, pick, "whether"));
  },
  number: (schema) => numbers(schema),
  string: (schema, _definition, path) => texts(schema, path),
};

/** The value in that share of the cases, else none. */
export const perhaps = (value: fc.Arbitrary<unknown>, share: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: Math.round(100 * (1 - share)), arbitrary: fc.constant(undefined) },
    { weight: Math.round(100 * share), arbitrary: value },
  );

function objects(shape: Record<string, z.ZodType>, path: string[]): fc.Arbitrary<object> {
  const isNeeded = (key: string): boolean => shape[key]?.safeParse(undefined).success === false;
  const entries = Object.entries(shape).map(([key, schema]) => {
    const value = valuesOf(schema, [...path, key]);
    // Below the sections most settings stay at their defaults, as they do in real files.
    return [key, isNeeded(key) ? value : perhaps(value, isUsual([...path, key]) ? 0.95 : 0.35)] as const;
  });
  return fc.record(Object.fromEntries(entries)).map((made) => {
    const written = Object.entries(made).filter(([, value]) => value !== undefined);
    return Object.fromEntries(written);
  });
}

function records(keyType: z.ZodType, valueType: z.ZodType, path: string[]): fc.Arbitrary<object> {
  const key = valuesOf(keyType, [...path, "*"]) as fc.Arbitrary<string>;
  const value = valuesOf(valueType, [...path, "*"]);
  const section = path.length > 1 ? sectionNamedBy(path.at(-1) ?? "") : undefined;
  const entry = fc.tuple(section === undefined ? key : fc.nat(), value);
  return fc.array(entry, { minLength: path.length === 1 ? 1 : 0, maxLength: 4 }).map((entries) => {
    if (section === undefined) return Object.fromEntries(entries);
    return { entries: entries.map(([pick, of]) => [reference(section, Number(pick), "name"), of]) };
  });
}

/** Bounds and what lies just inside them, small numbers, and any. */
function numbers(schema: z.ZodType): fc.Arbitrary<number> {
  const [minimum, maximum] = [boundOf(schema, "greater_than", 0), boundOf(schema, "less_than", 1_000_000)];
  const isWhole = schema.safeParse(minimum + 0.5).success === false;
  const any = isWhole
    ? fc.integer({ min: minimum, max: maximum })
    : fc.double({ min: minimum, max: maximum, noNaN: true });
  const near = fc.integer({ min: Math.ceil(minimum), max: Math.min(Math.floor(maximum), Math.ceil(minimum) + 20) });
  return fc.oneof(any, near, fc.constantFrom(minimum, maximum));
}

function texts(schema: z.ZodType, path: string[]): fc.Arbitrary<unknown> {
  const section = path.length > 1 ? sectionNamedBy(path.at(-1) ?? "") : undefined;
  if (section !== undefined) return fc.nat().map((pick) => reference(section, pick, "name"));
  const examples = examplesOf(schema).filter((example) => typeof example === "string");
  const pattern = boundsOf(schema).find((bound) => bound.pattern)?.pattern;
  return textArbitrary(pattern, examples, (text) => schema.safeParse(text).success);
}
