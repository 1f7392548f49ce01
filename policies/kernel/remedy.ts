import { evaluateResource, judge, type Violation } from "./evaluate";
import type { RemedyContext, Rule } from "./rule";
import type { Subject } from "./subject";
import { isUnknown, UnknownValue } from "./unknown";
import type { Value } from "./value";

/** Inputs as the policy host hands them over for change: what is written into them is what is deployed. */
export type Inputs = { [property: string]: unknown };

/** An object or a list on the way to a property. */
type Container = { [key: string | number]: unknown };

/**
 * Changes the inputs of a resource that breaks the rule so that it holds; leaves all others alone, and what an
 * exemption accepts. Says whether it changed anything: what it cannot mend, the check reports afterwards.
 */
export function applyRemedy(
  rule: Rule,
  resource: Subject,
  inputs: Inputs,
  params: object,
  isAccepted: (violation: Violation) => boolean = () => false,
): boolean {
  const { remedy, lacks } = rule;
  if (!remedy) return false;
  const { violations } = evaluateResource(lacks ? { ...rule, check: lacks } : rule, resource, params);
  if (violations.every(isAccepted)) return false;
  const accepted = violations.filter(isAccepted);
  let isChanged = false;
  /** Makes a change, of one member of what is at the place or of the whole, unless it would undo what is accepted. */
  const change = (at: Value | string, member: string | undefined, apply: (path: Key[]) => void): boolean => {
    const place = typeof at === "string" ? at : at.path;
    const covers = ({ path, part }: Violation): boolean => path === place && (member === undefined || part === member);
    if (accepted.some(covers)) return false;
    apply(keysOf(place));
    isChanged = true;
    return true;
  };
  const edits: Pick<RemedyContext, "set" | "append" | "put"> = {
    set: (at, value) => void change(at, undefined, (path) => setAt(inputs, path, value)),
    append: (at, element) => void change(at, undefined, (path) => appendAt(inputs, path, element)),
    put: (at, key, value) => change(at, key, (path) => setAt(inputs, [...path, key], value)),
  };
  judge(({ each }) => remedy({ resource, props: resource.props, params, each, ...edits }));
  return isChanged;
}

type Key = string | number;

/** The keys of a path as values have it: `volumes[0].name`. */
const keysOf = (path: string): Key[] =>
  path.split(/\.|(?=\[)/).map((key) => (key.startsWith("[") ? Number(key.slice(1, -1)) : key));

function setAt(container: Container, path: Key[], value: unknown): void {
  const [parent, key] = parentOf(container, path);
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) removeElement(parent, Number(key));
  else Reflect.deleteProperty(parent, key);
}

function appendAt(container: Container, path: Key[], element: unknown): void {
  const [parent, key] = parentOf(container, path);
  const present = parent[key];
  if (Array.isArray(present)) present[present.length] = element;
  else parent[key] = present === undefined || present === null ? [element] : [present, element];
}

/** What holds the last key of a path, through lists of one; what is missing on the way is made. */
function parentOf(container: Container, [key = "", ...rest]: Key[]): [parent: Container, key: Key] {
  const [next] = rest;
  if (next === undefined) return [container, key];
  const present = container[key];
  if (isUnknown(present)) throw new UnknownValue(String(key));
  const inner: unknown =
    Array.isArray(present) && present.length === 1 && typeof next === "string" ? present[0] : present;
  if (typeof inner === "object" && inner !== null) return parentOf(inner as Container, rest);
  const made: Container = {};
  container[key] = made;
  return parentOf(container[key] as Container, rest);
}

/**
 * Moves the later elements as they are, by their descriptors: to read them through the proxies of the policy host
 * would unwrap secrets, and fail where a value is not known yet.
 */
function removeElement(list: unknown[], index: number): void {
  for (let at = index; at < list.length - 1; at++) {
    const next: unknown = Object.getOwnPropertyDescriptor(list, at + 1)?.value;
    // What is written over a secret becomes one.
    Reflect.deleteProperty(list, at);
    list[at] = next;
  }
  list.length -= 1;
}
