/** Numbers between 0 and 1 that one seed always gives in the same order (mulberry32). */
function* numbers(seed: number): Generator<number, never> {
  for (;;) {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}

/** A few of them in their order: other ones in each run, unless `FAULT_SEED` says which. */
export function sample<Item>(items: readonly Item[], count: number): Item[] {
  const seed = Number(process.env["FAULT_SEED"] ?? Date.now() % 1_000_000);
  console.log(`FAULT_SEED=${seed} tries the same again; FAULTS=all tries everything`);
  const random = numbers(seed);
  const left = [...items];
  while (left.length > count) left.splice(Math.floor(random.next().value * left.length), 1);
  return left;
}

/** Whether everything shall be tried, which takes more than an hour. */
export const TRY_ALL = process.env["FAULTS"] === "all";
