import { evaluateResource } from "./evaluate";
import type { Rule } from "./rule";
import type { Subject } from "./subject";

/** Inputs as the policy host hands them over for change: what is written into them is what is deployed. */
export type Inputs = { [property: string]: unknown };

/**
 * Changes the inputs of a resource that breaks the rule so that it holds; leaves all others alone. Says whether it
 * changed anything.
 */
export function applyRemedy(rule: Rule, resource: Subject, inputs: Inputs, params: object): boolean {
  if (!rule.remedy || evaluateResource(rule, resource, params).violations.length === 0) return false;
  rule.remedy({ resource, props: resource.props, params, set: (path, value) => setAt(inputs, path.split("."), value) });
  return true;
}

/** Writes a value at a path, through lists of one; what is missing on the way is made. */
function setAt(container: Inputs, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    container[key] = value;
    return;
  }
  const next = container[key];
  const inner: unknown = Array.isArray(next) && next.length === 1 ? next[0] : next;
  if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
    setAt(inner as Inputs, rest, value);
    return;
  }
  const made: Inputs = {};
  setAt(made, rest, value);
  container[key] = made;
}
