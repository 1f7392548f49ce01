import type { ManifestResource } from "@platform/simulator";
import { Failure } from "./failure";
import { nearest } from "./nearest";

type Placed = Pick<ManifestResource, "urn" | "type" | "name" | "parent" | "custom">;

/** URNs of the components that `only` names, by logical name or by type, and of everything below them. */
export function scopeOf(resources: readonly Placed[], only: string): Set<string> {
  const components = resources.filter(({ custom, type }) => !custom && type !== "pulumi:pulumi:Stack");
  const roots = components.filter((component) => namesOf(component).includes(only));
  if (roots.length === 0) {
    const known = [...new Set(components.flatMap(namesOf))];
    const suggestion = nearest(only, known);
    const names = [...new Set(components.map(({ name }) => name))].sort().join(", ");
    throw new Failure(
      `--only ${only}: this stack has no such component${suggestion ? `; did you mean ${suggestion}?` : ""}\n  components: ${names}`,
      2,
    );
  }
  const scope = new Set(roots.map(({ urn }) => urn));
  const parents = new Map(resources.map(({ urn, parent }) => [urn, parent]));
  const isBelow = (urn: string | undefined): boolean =>
    urn !== undefined && (scope.has(urn) || isBelow(parents.get(urn)));
  return new Set(resources.map(({ urn }) => urn).filter(isBelow));
}

/** `api`, `platform:index:WebService` and `WebService` all name the component. */
const namesOf = ({ name, type }: Placed): string[] => [name, type, type.split(":").at(-1) ?? type];
