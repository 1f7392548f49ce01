import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { RecordedResource } from "@platform/simulator";
import type { StackFile } from "./stack-file";

/**
 * The contract with programs that know their stack file: on this channel of Node's `diagnostics_channel` they publish a
 * list of {@link ComponentKey}. A program that publishes nothing has its findings shown at its own lines.
 */
const CHANNEL = "platform:component-keys";

/** A resource by type token and logical name, and the keys that it comes from, the most telling first. */
export interface ComponentKey {
  type: string;
  name: string;
  keys: (string | number)[][];
}

/** The key of the stack file that something comes from, and its `file:line:column`. */
export interface Cause {
  key: string;
  place: string;
}

/** What the program publishes from now on, until this is stopped. */
export function listenForComponentKeys(): { keys: ComponentKey[]; stop: () => void } {
  const keys: ComponentKey[] = [];
  const listener = (message: unknown): void => void keys.push(...(message as ComponentKey[]));
  subscribe(CHANNEL, listener);
  return { keys, stop: () => void unsubscribe(CHANNEL, listener) };
}

/** `platform:services.api.paths[0]` */
const textOf = ([section, ...parts]: ComponentKey["keys"][number]): string =>
  [section, ...parts.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))].join("");

/**
 * What causes each resource, by URN: the first key that the file has of the resource itself or else of the nearest one
 * around it that the program names.
 */
export function causesOf(
  resources: readonly Pick<RecordedResource, "urn" | "type" | "name" | "parent">[],
  componentKeys: readonly ComponentKey[],
  { config, placeOf }: Pick<StackFile, "config" | "placeOf">,
): { [urn: string]: Cause } {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const named = new Map(componentKeys.map(({ type, name, keys }) => [`${type}::${name}`, keys]));
  return Object.fromEntries(
    resources.flatMap(({ urn }) => {
      for (let each = byUrn.get(urn); each; each = byUrn.get(each.parent ?? "")) {
        const path = named.get(`${each.type}::${each.name}`)?.find(([section]) => String(section) in config);
        if (path) return [[urn, { key: textOf(path), place: placeOf(textOf(path)) }]];
      }
      return [];
    }),
  );
}
