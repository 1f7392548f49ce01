import { createHash } from "node:crypto";

// A listener rule has a priority between 1 and 50,000, unique in its listener:
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
const BANDS = 100;
const BAND_WIDTH = 500;

/** The first band belongs to test rules: they must be asked before every rule that matches the same requests. */
const FIRST_BAND = 1;

/** What brings every priority into the lower half of that band, so that neighbours can make room for each other. */
const TEST_SCALE = 2 * BANDS;

/**
 * A listener priority for each service. A service with a longer path is asked first, so that `/api/*` wins over `/*`;
 * beside that a priority depends on the service's name alone, so that adding a service moves no other.
 */
export function routePriorities(services: { [name: string]: { paths: readonly string[] } }): {
  [name: string]: number;
} {
  const taken = new Set<number>();
  const names = Object.keys(services).sort();
  return Object.fromEntries(
    names.map((name) => {
      const band = BANDS - 1 - specificity(services[name]?.paths ?? []);
      const offset = digest(name) % BAND_WIDTH;
      const tries = Array.from(
        { length: BAND_WIDTH },
        (_, step) => band * BAND_WIDTH + ((offset + step) % BAND_WIDTH) + 1,
      );
      const priority = tries.find((candidate) => !taken.has(candidate));
      if (priority === undefined) throw new Error(`more than ${BAND_WIDTH} services share paths of one length`);
      taken.add(priority);
      return [name, priority];
    }),
  );
}

/** Priorities of test rules on the same listener: before all others, and among themselves in the order of theirs. */
export function testPriorities(priorities: { [service: string]: number }): { [service: string]: number } {
  let last = 0;
  const inOrder = Object.entries(priorities).sort(([, one], [, other]) => one - other);
  return Object.fromEntries(
    inOrder.map(([name, priority]) => {
      last = Math.max(last + 1, Math.ceil(priority / TEST_SCALE));
      return [name, last];
    }),
  );
}

/** The length of the shortest path without its wildcards: a service is as specific as its widest path. */
const specificity = (paths: readonly string[]): number =>
  Math.min(BANDS - 1 - FIRST_BAND, ...paths.map((path) => path.replaceAll("*", "").length));

const digest = (text: string): number => createHash("sha256").update(text).digest().readUInt32BE(0);
