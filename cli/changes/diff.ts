import type { Manifest, ManifestResource, WireValue } from "@platform/simulator";

export interface PropertyChange {
  path: string;
  /** Absent where the property is new. */
  before?: WireValue;
  /** Absent where the property is gone. */
  after?: WireValue;
}

/** What happens to one resource between two manifests. */
export interface Change {
  kind: "add" | "change" | "remove";
  urn: string;
  /** Of a changed resource. */
  properties: PropertyChange[];
}

/**
 * What leads from one manifest to another, by URN. A changed secret is not seen: manifests carry secrets masked.
 * Without an earlier manifest everything is added.
 */
export function diffManifests(before: Manifest | undefined, after: Manifest): Change[] {
  const earlier = new Map(before?.resources.map((resource) => [resource.urn, resource]));
  const later = new Set(after.resources.map(({ urn }) => urn));
  const changes = after.resources.flatMap((resource): Change[] => {
    const old = earlier.get(resource.urn);
    if (!old) return [{ kind: "add", urn: resource.urn, properties: [] }];
    const properties = diffValues(comparable(old), comparable(resource), "");
    return properties.length > 0 ? [{ kind: "change", urn: resource.urn, properties }] : [];
  });
  const removed = [...earlier.keys()].filter((urn) => !later.has(urn));
  return [...changes, ...removed.map((urn): Change => ({ kind: "remove", urn, properties: [] }))];
}

/** What a deployment would act on: inputs under their own paths, options and provider under `options`. */
function comparable({ inputs, options, provider }: ManifestResource): WireValue {
  const { version: _version, ...acted } = options;
  return { ...inputs, options: { ...acted, ...(provider && { provider }) } as WireValue };
}

/** The innermost paths at which two values differ; documents in JSON text are compared inside. */
export function diffValues(
  before: WireValue | undefined,
  after: WireValue | undefined,
  path: string,
): PropertyChange[] {
  const [old, now] = asDocuments(before, after);
  if (isContainer(old) && isContainer(now) && Array.isArray(old) === Array.isArray(now)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => diffValues(entryOf(old, key), entryOf(now, key), join(path, key, Array.isArray(now))));
  }
  if (Object.is(old, now)) return [];
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

type Container = WireValue[] | { [key: string]: WireValue };

const isContainer = (value: WireValue | undefined): value is Container => typeof value === "object" && value !== null;

const entryOf = (container: Container, key: string): WireValue | undefined =>
  Object.hasOwn(container, key) ? (container as { [key: string]: WireValue })[key] : undefined;

function join(path: string, key: string, inList: boolean): string {
  if (inList) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** Policy documents, container definitions and the like are JSON text: both sides opened, or neither. */
function asDocuments(
  before: WireValue | undefined,
  after: WireValue | undefined,
): [WireValue | undefined, WireValue | undefined] {
  const [old, now] = [documentOf(before), documentOf(after)];
  return old !== undefined && now !== undefined ? [old, now] : [before, after];
}

function documentOf(value: WireValue | undefined): Container | undefined {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as Container;
  } catch {
    return undefined;
  }
}
