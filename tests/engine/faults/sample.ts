/** Numbers between 0 and 1 that one seed always gives in the same order (mulberry32). */
function* numbers(seed: number): Generator<number, never> {
  for (;;) {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}

/** Chooses what a run tries: another part in each run, unless `FAULT_SEED` says which. */
export class Sample {
  readonly seed: number;
  private readonly numbers: Generator<number, never>;

  /** @param of what it is a sample of, so that two lists of one length are not tried at the same places. */
  constructor(of = "") {
    this.seed = Number(process.env["FAULT_SEED"] ?? Date.now() % 1_000_000);
    this.numbers = numbers([...of].reduce((seed, letter) => seed + letter.charCodeAt(0), this.seed));
    console.log(`FAULT_SEED=${this.seed} tries the same again; FAULTS=all tries everything`);
  }

  one<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error("nothing to choose from");
    return items[Math.floor(this.numbers.next().value * items.length)] as Item;
  }

  /** As many different ones, in their order; all, if there are no more. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    while (left.length > count) left.splice(left.indexOf(this.one(left)), 1);
    return left;
  }
}

/** Whether everything shall be tried, which takes hours. */
export const TRY_ALL = process.env["FAULTS"] === "all";
