import type { Subject } from "./subject";
import { UnknownValue } from "./unknown";
import type { Value } from "./value";

/** Every resource of a stack, found by type, URN or what it refers to; built once for an analysis. */
export class StackIndex {
  private readonly byType = new Map<string, Subject[]>();
  private readonly byUrn = new Map<string, Subject>();
  private readonly pointers = new Map<string, Map<string, Subject[]>>();

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
    const names = new Set(told.flatMap((element) => element.string() ?? []));
    const byName = this.ofTypes(types).filter((target) => identities(target).some((identity) => names.has(identity)));
    return [...new Set([...byReference, ...byName])];
  }

  /**
   * The resources of these types whose `property` points at `target`: the bucket policies of a bucket. By the
   * program's own references first, by known names second. When nothing points at it but a candidate's property is
   * unknown and without reference, that cannot be told yet.
   */
  pointingAt(target: Subject, types: readonly string[], property: string): Subject[] {
    const found = types.flatMap((type) => this.pointersOf(type, property).get(target.urn) ?? []);
    if (found.length > 0) return found;
    const names = new Set(identities(target));
    const candidates = this.ofTypes(types);
    const named = candidates.filter((each) => knownTexts(each.props.at(property)).some((name) => names.has(name)));
    if (named.length > 0) return named;
    const unclear = candidates.find(
      (candidate) => !candidate.references[property]?.length && candidate.props.at(property).isUnknown(),
    );
    if (unclear) throw new UnknownValue(`${property} of ${unclear.name}`);
    return [];
  }

  private pointersOf(type: string, property: string): Map<string, Subject[]> {
    const key = `${type}#${property}`;
    let pointers = this.pointers.get(key);
    if (!pointers) {
      pointers = new Map();
      for (const resource of this.byType.get(type) ?? []) {
        for (const urn of resource.references[property] ?? []) append(pointers, urn, resource);
      }
      this.pointers.set(key, pointers);
    }
    return pointers;
  }
}

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
