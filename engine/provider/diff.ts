import { isDeepStrictEqual } from "node:util";
import type { Properties } from "@platform/simulator";
import { DEFAULTS, isGenerated } from "./check";
import { replacesHere } from "./conditional-replacements";
import { notices } from "./dynamic-differences";
import { replaces } from "./replacements";

export interface Difference {
  /** Inputs that differ. */
  changed: string[];
  /** Those of them that the resource cannot take on: another one must take its place. */
  replacing: string[];
  /** Whether the old one has to go first, because the new one bears its name. */
  deleteFirst: boolean;
}

/** A value that is not yet known counts as another one, as it does for the real provider. */
export function diff(type: string, olds: Properties, news: Properties, ignored: readonly string[]): Difference {
  const inputs = new Set([...Object.keys(olds), ...Object.keys(news)]);
  [DEFAULTS, ...ignored].forEach((input) => inputs.delete(input));
  const changed = [...inputs]
    .filter((input) => notices(type, input) && !isDeepStrictEqual(olds[input], news[input]))
    .sort();
  const replacing = changed.filter((input) => replaces(type, input) || replacesHere(type, input, olds, news));
  const fixedName = news.name !== undefined && !isGenerated(news) && news.name === olds.name;
  return { changed, replacing, deleteFirst: replacing.length > 0 && fixedName };
}
