import { closest, distance } from "fastest-levenshtein";

/** The known name that somebody probably meant, if one is near enough. */
export function nearest(name: string, known: string[]): string | undefined {
  if (known.length === 0) return undefined;
  const found = closest(name, known);
  return distance(name.toLowerCase(), found.toLowerCase()) <= Math.max(2, name.length / 2) ? found : undefined;
}
