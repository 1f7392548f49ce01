import type { Subject } from "./subject";
import { UnknownValue } from "./unknown";
import type { Value } from "./value";

/** Every resource of a stack, found by type, URN or what it refers to; built once for an analysis. */
export class StackIndex {
  private readonly byType = new Map<string, Subject[]>();
  private readonly byUrn = new Map<string, Subject>();
  private readonly lookups = new Map<string, Lookup>();

  constructor(readonly resources: readonly Subject[]) {
    for (const resource of resources) {
      append(this.byType, resource.type, resource);
      this.byUrn.set(resource.urn, resource);
    }
  }

  ofTypes(types: readonly string[]): Subject[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /**
   * The resources that a property was computed from, or that its known value names: the route table of an
   * association's `routeTableId`.
   */
  targets(resource: Subject, property: string, types: readonly string[]): Subject[] {
    const referred = (resource.references[property] ?? []).flatMap((urn) => this.byUrn.get(urn) ?? []);
    const byReference = referred.filter((target) => types.includes(target.type));
    const value = resource.props.at(property);
    if (!value.isSet() || (value.isUnknown() && byReference.length > 0)) return byReference;
    // An unknown element is what a reference stands for; without any it is anybody's guess.
    const told = value.list().filter((element) => byReference.length === 0 || !element.isUnknown());
    const names = told.flatMap((element) => element.string() ?? []);
    const byName = types.flatMap((type) => findIn(this.identifiedOf(type), names));
    return [...new Set([...byReference, ...byName])];
  }

  /**
   * The resources of these types whose `property` points at `target`: the bucket policies of a bucket. By the
   * program's own references first, by known names second. When nothing points at it but a candidate's property is
   * unknown and without reference, that cannot be told yet.
   */
  pointingAt(target: Subject, types: readonly string[], property: string): Subject[] {
    const found = types.flatMap((type) => findIn(this.pointersOf(type, property), [target.urn]));
    if (found.length > 0) return found;
    const names = identities(target);
    const named = types.flatMap((type) => findIn(this.namingOf(type, property), names));
    if (named.length > 0) return named;
    const unclear = types.flatMap((type) => findIn(this.unclearOf(type, property), [UNCLEAR]));
    if (unclear[0]) throw new UnknownValue(`${property} of ${unclear[0].name}`);
    return [];
  }

  /** The resources of a type by the names that others may call them. */
  private identifiedOf(type: string): Lookup {
    return this.lookup(`${type}#`, type, identities);
  }

  /** The resources of a type by the URNs that a property was computed from. */
  private pointersOf(type: string, property: string): Lookup {
    return this.lookup(`${type}#urn#${property}`, type, ({ references }) => references[property] ?? []);
  }

  /** The resources of a type by the known texts of a property. */
  private namingOf(type: string, property: string): Lookup {
    return this.lookup(`${type}#name#${property}`, type, ({ props }) => knownTexts(props.at(property)));
  }

  /** The resources of a type whose property is unknown and without reference, under one key. */
  private unclearOf(type: string, property: string): Lookup {
    return this.lookup(`${type}#unclear#${property}`, type, ({ references, props }) =>
      !references[property]?.length && props.at(property).isUnknown() ? [UNCLEAR] : [],
    );
  }

  /** Made when it is first needed, so that a partner is found without a walk over the stack. */
  private lookup(key: string, type: string, keysOf: (resource: Subject) => readonly string[]): Lookup {
    const known = this.lookups.get(key);
    if (known) return known;
    const made: Lookup = new Map();
    for (const resource of this.byType.get(type) ?? []) {
      for (const each of new Set(keysOf(resource))) append(made, each, resource);
    }
    this.lookups.set(key, made);
    return made;
  }
}

type Lookup = Map<string, Subject[]>;

const UNCLEAR = "unclear";

/** What stands under any of these keys, once each. */
const findIn = (lookup: Lookup, keys: readonly string[]): Subject[] => [
  ...new Set(keys.flatMap((key) => lookup.get(key) ?? [])),
];

const IDENTITIES = ["id", "arn", "name", "bucket", "identifier", "clusterIdentifier", "replicationGroupId", "family"];

/** The names by which others may refer to a resource, as far as they are known. */
function identities(resource: Subject): string[] {
  return IDENTITIES.flatMap((key) => {
    const value: Value = resource.props.at(key);
    return value.isSet() && !value.isUnknown() ? (value.string() ?? []) : [];
  });
}

/** The texts of a value or list that are known. */
function knownTexts(value: Value): string[] {
  if (!value.isSet() || value.isUnknown()) return [];
  return value.list().flatMap((element) => (element.isUnknown() ? [] : (element.string() ?? [])));
}

function append<Key>(map: Map<Key, Subject[]>, key: Key, resource: Subject): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}
