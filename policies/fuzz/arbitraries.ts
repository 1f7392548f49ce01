import * as fc from "fast-check";
import { bad, type CaseResource, type Properties, type ResourceCase, type StackCase } from "../kernel/cases";
import type { Rule } from "../kernel/rule";
import { SENTINELS } from "../kernel/unknown";
import { replaced, routesOf } from "./leaves";
import { declaredInputs } from "./typings";

/** Texts that have tripped programs before: other alphabets, names of JavaScript's own, what only looks like JSON. */
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("", " ", "*", "**", "true", "0", "-1", "NaN", "1e999", "__proto__", "constructor", "toString"),
  fc.constantFrom("{", "[]", "{}", "null", "{not json", '{"Statement":null}', '{"Statement":[[]]}', '"*"'),
  fc.constantFrom(
    "0.0.0.0/0",
    "::/0",
    "arn:aws:",
    "arn:aws:s3:::*",
    "arn",
    ":::::",
    "10.0.0.0/99",
    "бакет",
    "桶",
    "𝒷",
    "‮",
  ),
);
const key = fc.oneof(
  text,
  fc.constantFrom("Statement", "Effect", "Action", "Resource", "Principal", "Condition", "name", "value", "id"),
);
const scalar = fc.oneof(
  fc.constantFrom(...SENTINELS),
  fc.constantFrom(null, true, false, 0, -1, 0.5, 65_536, Number.MAX_SAFE_INTEGER),
  text,
);

/** Any JSON, with values that are not known yet at every depth. */
export const junk: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    { weight: 4, arbitrary: scalar },
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(key, tie("any"), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie("any"), { maxLength: 2 }).map((value) => JSON.stringify(value)),
    fc.dictionary(key, tie("any"), { maxKeys: 3, noNullPrototype: true }).map((value) => JSON.stringify(value)),
  ),
})).any;

type Change = (old: unknown) => unknown;

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: junk.map((value) => () => value) },
  fc.constantFrom<Change>(
    () => undefined,
    (old) => [old],
    (old) => [old, old],
    (old) => ({ value: old }),
    (old) => (Array.isArray(old) ? old[0] : old),
    (old) => (Array.isArray(old) ? [...(old as unknown[]), null] : JSON.stringify(old)),
    (old) => JSON.stringify(old) ?? null,
  ),
);

/** Each change with a number that picks its place. */
const changes = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 5 });

/** The value with each change made somewhere in it; what holds it stays an object. */
function changed(value: Properties, edits: [number, Change][]): Properties {
  return edits.reduce<Properties>((current, [place, edit]) => {
    const routes = routesOf(current).slice(1);
    const route = routes[place % Math.max(routes.length, 1)];
    return route === undefined ? current : (replaced(current, route, edit) as Properties);
  }, value);
}

/** Resources as no typed program writes them: those of cases with changes, or any values for the inputs that AWS declares. */
export function resourceCases({ types, cases: { resource = [] } }: Rule): fc.Arbitrary<ResourceCase> {
  const mutants = fc
    .tuple(fc.constantFrom(...resource), changes)
    .map(([each, edits]) => ({ ...each, props: changed(each.props, edits) }));
  const strangers = types.flatMap((type) => {
    const inputs = declaredInputs(type).map(([name, written]) => [name, valueOf(written)] as const);
    const props = fc.record(Object.fromEntries(inputs), { requiredKeys: [] });
    return inputs.length === 0 ? [] : [props.map((made) => bad("stranger", made, [], { type }))];
  });
  return fc.oneof({ weight: 2 * Math.max(strangers.length, 1), arbitrary: mutants }, ...strangers);
}

/** A value of the declared type, or one that no compiler would pass. */
function valueOf(type: string): fc.Arbitrary<unknown> {
  if (/^pulumi\.Input<(boolean)/.test(type)) return fc.oneof(fc.boolean(), fc.constantFrom("true", "false"), junk);
  if (/^pulumi\.Input<number/.test(type)) return fc.oneof(fc.integer(), fc.double(), text, junk);
  if (/^pulumi\.Input<(string|enums)/.test(type)) return fc.oneof(text, junk);
  if (/\[\]/.test(type)) return fc.array(junk, { maxLength: 3 });
  return junk;
}

/** Stacks as no program makes them: the partners of a case changed, missing or twice, referring to anything, in circles too. */
export function stackCases({ cases: { stack = [] } }: Rule): fc.Arbitrary<StackCase> {
  const fate = fc.constantFrom("kept", "kept", "kept", "kept", "kept", "gone", "twice");
  const edit = fc.record({ fate, edits: fc.oneof(fc.constant<[number, Change][]>([]), changes), pick: fc.nat() });
  return fc.tuple(fc.constantFrom(...stack), fc.array(edit, { minLength: 8, maxLength: 8 })).map(([each, edits]) => ({
    ...each,
    resources: each.resources.flatMap((resource, index) => {
      const own = edits[index % edits.length];
      if (!own || own.fate === "gone") return [];
      const made = {
        ...resource,
        props: changed(resource.props, own.edits),
        refers: redirected(resource, each.resources, own.pick),
      };
      return own.fate === "twice" ? [made, { ...made, name: `${made.name} 𝒷` }] : [made];
    }),
  }));
}

/** Sometimes the references that the case has, sometimes to another resource, itself or nothing. */
function redirected({ refers = {}, props }: CaseResource, all: CaseResource[], pick: number): CaseResource["refers"] {
  if (pick % 3 === 0) return refers;
  const names = [...all.map(({ name }) => name), "nowhere"];
  const properties = [...Object.keys(refers), ...Object.keys(props)];
  return Object.fromEntries(
    properties.map((property, index) => [property, names[(pick + index) % names.length] ?? "nowhere"]),
  );
}

const tower = (one: (inner: unknown) => unknown): unknown =>
  Array.from({ length: 1_000 }).reduce<unknown>((inner) => one(inner), "deep");

/** What is far deeper or longer than anybody writes it: a careless walk overflows on it, a careless pattern hangs. */
const EXTREMES = [
  tower((inner) => [inner]),
  tower((inner) => ({ Statement: inner })),
  JSON.stringify(tower((inner) => ({ Statement: [inner] }))),
  "*".repeat(60),
  "*a".repeat(40),
  "a.".repeat(20_000),
  "a-".repeat(20_000),
  "eyJ-".repeat(10_000),
  "://".repeat(20_000),
  "[".repeat(50_000),
];

/** The properties with each extreme at each place. */
export const stretched = (props: Properties): Properties[] =>
  routesOf(props)
    .slice(1)
    .flatMap((route) => EXTREMES.map((extreme) => replaced(props, route, () => extreme) as Properties));
