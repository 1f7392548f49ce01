import { Value } from "./value";

/** A resource as rules see it, in a resource or a stack analysis, under the real engine or offline. */
export interface Subject {
  urn: string;
  type: string;
  name: string;
  /** Inputs; in a stack analysis also what AWS answered. */
  props: Value;
  protect: boolean;
  ignoreChanges: string[];
  /** Region of the provider, where it is known. */
  providerRegion?: string;
  /** URNs of the resources that each top-level property was computed from; empty in a resource analysis. */
  references: { [property: string]: string[] };
}

/** `args.props` without the proxies that throw on unknown values: a descriptor gives the sentinel itself. */
export function withoutProxy(props: object): Value {
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(props)) plain[key] = Object.getOwnPropertyDescriptor(props, key)?.value;
  return new Value(plain, "");
}
