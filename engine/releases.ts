import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Standing } from "./provider/account";
import type { Deployment, EngineStack, StateResource } from "./stack";

/** One folder for each released version: the stack files as they were, and beside each what it deployed. */
export const RELEASES = path.resolve(__dirname, "../tests/engine/releases");

/** What a version has deployed from a stack file. */
export interface Release {
  version: string;
  /** Path of the stack file of that time. */
  stackFile: string;
}

/** What an update starts from: the engine's state, and what stands in the account. */
export interface Deployed {
  deployment: Deployment;
  resources: Standing[];
}

/** Everything that is recorded, the oldest version first. */
export function releases(): Release[] {
  if (!existsSync(RELEASES)) return [];
  return readdirSync(RELEASES)
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .flatMap((version) =>
      readdirSync(path.join(RELEASES, version))
        .filter((name) => /^Pulumi\..+\.yaml$/.test(name))
        .map((name) => ({ version, stackFile: path.join(RELEASES, version, name) })),
    );
}

const stateFile = ({ stackFile }: Release): string => stackFile.replace(/\.yaml$/, ".json.gz");

export const readRelease = (release: Release): Deployed =>
  JSON.parse(gunzipSync(readFileSync(stateFile(release))).toString("utf8")) as Deployed;

export function writeRelease(version: string, stackFile: string, deployed: Deployed): Release {
  const folder = path.join(RELEASES, version);
  mkdirSync(folder, { recursive: true });
  const release = { version, stackFile: path.join(folder, path.basename(stackFile)) };
  writeFileSync(release.stackFile, readFileSync(stackFile));
  writeFileSync(stateFile(release), gzipSync(JSON.stringify(deployed), { level: 9 }));
  return release;
}

/** What a stack has deployed, without what would differ if the same version did it again. */
export async function deployedBy(stack: EngineStack): Promise<Deployed> {
  const { resources = [], manifest } = await stack.state("--show-secrets");
  const standing = new Map(stack.account.resources().map((each) => [each.urn, each]));
  const ordered = inOrder(withStableProviders(resources).map(settled));
  return {
    deployment: { manifest: { magic: manifest?.magic, version: manifest?.version }, resources: ordered },
    resources: ordered.flatMap(({ urn }) => standing.get(urn) ?? []),
  };
}

/** Without times and places in files, dependencies in order. */
function settled({ ...resource }: StateResource): StateResource {
  delete resource.created;
  delete resource.modified;
  delete resource.sourcePosition;
  const byProperty = Object.entries(resource.propertyDependencies ?? {});
  return {
    ...resource,
    ...(resource.dependencies && { dependencies: resource.dependencies.toSorted() }),
    ...(resource.propertyDependencies && {
      propertyDependencies: Object.fromEntries(
        byProperty.map(([property, urns]) => [property, urns?.toSorted() ?? null]),
      ),
    }),
  };
}

/** The engine gives providers another id each time. */
function withStableProviders(resources: StateResource[]): StateResource[] {
  const providers = resources.filter(({ type }) => type.startsWith("pulumi:providers:"));
  const text = providers.reduce(
    (before, { id, urn }) => before.replaceAll(id ?? "", createHash("sha256").update(urn).digest("hex")),
    JSON.stringify(resources),
  );
  return JSON.parse(text) as StateResource[];
}

/** Puts a stack where a released version left it. */
export async function restore(stack: EngineStack, { deployment, resources }: Deployed): Promise<void> {
  resources.forEach((resource) => stack.account.append({ at: 0, operation: "create", began: 0, resource }));
  await stack.import(deployment);
}

/** The engine wants each resource after those that it needs; among those that may come next, by URN. */
function inOrder(resources: StateResource[]): StateResource[] {
  const waiting = new Map([...resources].sort((a, b) => (a.urn < b.urn ? -1 : 1)).map((each) => [each.urn, each]));
  const ordered: StateResource[] = [];
  function take(urn: string): void {
    const resource = waiting.get(urn);
    if (!resource) return;
    waiting.delete(urn);
    needsOf(resource).forEach(take);
    ordered.push(resource);
  }
  [...waiting.keys()].forEach(take);
  return ordered;
}

function needsOf({ parent, provider, dependencies = [], propertyDependencies = {} }: StateResource): string[] {
  const byProperty = Object.values(propertyDependencies).flatMap((urns) => urns ?? []);
  const providers = provider ? [provider.replace(/::[^:]*$/, "")] : [];
  return [...(parent ? [parent] : []), ...providers, ...dependencies, ...byProperty].sort();
}
