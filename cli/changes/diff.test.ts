import * as fc from "fast-check";
import type { Manifest, ManifestResource, WireObject, WireValue } from "@platform/simulator";
import { type Change, diffManifests, diffValues } from "./diff";

const resource = (name: string, inputs: WireObject, more: Partial<ManifestResource> = {}): ManifestResource => ({
  urn: `urn:pulumi:dev::platform::aws:kms/key:Key::${name}`,
  type: "aws:kms/key:Key",
  name,
  custom: true,
  remote: false,
  inputs,
  dependencies: [],
  propertyDependencies: {},
  options: {},
  ...more,
});

const manifest = (...resources: ManifestResource[]): Manifest => ({
  project: "platform",
  stack: "dev",
  view: "preview",
  resources,
  outputs: {},
});

const { value } = fc.letrec<{ value: WireValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), tie("value"), { maxKeys: 3 }) as fc.Arbitrary<WireValue>,
  ),
}));
const inputs = fc.dictionary(fc.constantFrom("a", "b", "c"), value) as fc.Arbitrary<WireObject>;
const manifests = fc
  .dictionary(fc.constantFrom("p", "q", "r", "s"), inputs)
  .map((all) => manifest(...Object.entries(all).map(([name, own]) => resource(name, own))));

const key = ({ urn }: Change): string => urn;
const of = (kind: Change["kind"], changes: Change[]): string[] =>
  changes
    .filter((c) => c.kind === kind)
    .map(key)
    .sort();

describe("diffManifests", () => {
  it("finds nothing between equal manifests", () => {
    fc.assert(fc.property(manifests, (a) => expect(diffManifests(a, structuredClone(a))).toEqual([])));
  });

  it("swaps added and removed, before and after, when the sides are swapped", () => {
    fc.assert(
      fc.property(manifests, manifests, (a, b) => {
        const [there, back] = [diffManifests(a, b), diffManifests(b, a)];
        expect(of("add", there)).toEqual(of("remove", back));
        expect(of("remove", there)).toEqual(of("add", back));
        expect(of("change", there)).toEqual(of("change", back));
        const swapped = back.map((change) => ({
          urn: change.urn,
          paths: change.properties.map(({ path, before, after }) => ({ path, before: after, after: before })),
        }));
        for (const { kind, urn, properties } of there.filter((change) => change.kind === "change")) {
          expect(kind).toBe("change");
          const other = swapped.find((change) => change.urn === urn);
          const byPath = (list: { path: string }[]) => [...list].sort((x, y) => (x.path < y.path ? -1 : 1));
          expect(byPath(properties)).toEqual(byPath(other?.paths ?? []));
        }
      }),
    );
  });

  it("adds everything where there was no manifest", () => {
    expect(diffManifests(undefined, manifest(resource("a", {})))).toEqual([
      { kind: "add", urn: "urn:pulumi:dev::platform::aws:kms/key:Key::a", properties: [] },
    ]);
  });

  it("sees options and the provider, but neither positions nor the version of the SDK", () => {
    const before = resource("a", {}, { options: { version: "7.1.0" }, calls: [{ file: "a", line: 1, column: 1 }] });
    const after = resource("a", {}, { options: { protect: true, version: "7.2.0" }, provider: "urn:other" });
    expect(diffManifests(manifest(before), manifest(after))[0]?.properties).toEqual([
      { path: "options.protect", after: true },
      { path: "options.provider", after: "urn:other" },
    ]);
  });
});

describe("diffValues", () => {
  it("names the innermost path, through lists and documents in JSON text", () => {
    const document = (action: string): string => JSON.stringify({ Statement: [{ Action: [action, "s3:GetObject"] }] });
    expect(diffValues({ policy: document("s3:Put") }, { policy: document("s3:*") }, "")).toEqual([
      { path: "policy.Statement[0].Action[0]", before: "s3:Put", after: "s3:*" },
    ]);
  });

  it("compares as text what is a document on one side only", () => {
    expect(diffValues({ policy: "{}" }, { policy: "[unknown]" }, "")).toEqual([
      { path: "policy", before: "{}", after: "[unknown]" },
    ]);
  });
});
