import type { Manifest, ManifestResource } from "@platform/simulator";
import { UNKNOWN_MARK, UNKNOWN_VALUE } from "@platform/simulator";
import type { ResourceState } from "../../engine/events";
import { EngineStack, type Goal } from "../../engine/stack";
import { preview } from "../preview";
import { repositoryProject } from "../../engine/workspace";
import { STACK_FILES } from "./stack-files";

/** A resource as both previews tell of it. */
interface Told {
  parent: string | undefined;
  inputs: unknown;
  dependencies: string[];
  propertyDependencies: { [property: string]: string[] };
}

// What Check adds, before which the offline preview stops: provider name, region and tags, and the engine's own notes
// (which inputs were filled in, the version of a provider, a dynamic resource's code). The offline preview shows what the
// program wrote.
const ADDED_BY_CHECK = ["__defaults", "__internal", "__provider", "name", "region", "tagsAll", "version"];

function ofManifest({ parent, inputs, dependencies, propertyDependencies }: ManifestResource): Told {
  return { parent, inputs: withoutFiles(inputs), dependencies, propertyDependencies };
}

function ofEngine({ parent, inputs }: ResourceState, goal: Goal, offline: ManifestResource | undefined): Told {
  const added = ADDED_BY_CHECK.filter((input) => offline && !(input in offline.inputs));
  const written = Object.entries(inputs).filter(([input]) => !added.includes(input));
  const dependencies = Object.entries(goal.propertyDependencies ?? {}).flatMap(([property, urns]) =>
    urns && urns.length > 0 ? [[property, [...urns].sort()] as const] : [],
  );
  return {
    parent: parent || undefined,
    inputs: marked(Object.fromEntries(written)),
    dependencies: [...(goal.dependencies ?? [])].sort(),
    propertyDependencies: Object.fromEntries(dependencies),
  };
}

/** Unknown values as the manifest marks them. */
const marked = (value: unknown): unknown =>
  withoutFiles(
    JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(UNKNOWN_VALUE), JSON.stringify(UNKNOWN_MARK))),
  );

/** Files and archives, which the engine writes with their hash and with paths from the folder it works in. */
function withoutFiles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (typeof value !== "object" || value === null) return value;
  if (["hash", "__pulumiArchive", "__pulumiAsset"].some((key) => key in value)) return "[file]";
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutFiles(entry)]));
}

// The engine makes a provider for packages whose resources name none; the offline preview needs no provider.
const isDefaultProvider = ({ urn }: { urn: string }): boolean => /::pulumi:providers:[\w-]+::default/.test(urn);

describe.each(STACK_FILES)("the offline preview of %s", (file) => {
  it("tells of the same resources, parents, dependencies and inputs as the engine's preview", async () => {
    const stack = await EngineStack.create(repositoryProject(file, "bundle"));
    try {
      const { run, goals } = await stack.plan();
      expect(run.log.errors()).toEqual([]);
      const { status, stderr, stdout } = preview(file, "--json");
      expect([stderr, status]).toEqual([expect.any(String), 0]);
      const { manifest } = JSON.parse(stdout) as { manifest: Manifest };
      const offline = new Map(manifest.resources.map((resource) => [resource.urn, resource]));
      const resources = run.log.resources().filter((resource) => !isDefaultProvider(resource));
      const told = resources.map((resource) => [
        resource.urn,
        ofEngine(resource, goals[resource.urn] ?? {}, offline.get(resource.urn)),
      ]);
      const expected = manifest.resources.map((resource) => [resource.urn, ofManifest(resource)]);
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
      // The other way round it does not hold under the old language host, which drops `protect: false`.
      const kept = manifest.resources.filter(({ options }) => options.protect).map(({ urn }) => urn);
      expect(kept.filter((urn) => !goals[urn]?.protect)).toEqual([]);
    } finally {
      stack.dispose();
    }
  });
});
