/** GiB of the `large` class of each family letter; every size above doubles as its name says. */
const LARGE_GIB: { [family: string]: number } = { c: 4, m: 8, r: 16, t: 8, x: 32 };
const SMALLER_GIB: { [size: string]: number } = { micro: 1, small: 2, medium: 4 };

/**
 * Memory of an RDS instance class in GiB: `db.r6g.xlarge` has 32. RDS keeps to the sizes of EC2
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html).
 *
 * Throws when the class is none of the families c, m, r, t and x.
 */
export function databaseMemoryGib(instanceClass: string): number {
  const [, family = "", size = ""] = /^db\.([a-z])[0-9a-z]*\.([0-9a-z]+)$/.exec(instanceClass) ?? [];
  const large = LARGE_GIB[family];
  const memory = family === "t" && SMALLER_GIB[size] ? SMALLER_GIB[size] : large && large * timesLarge(size);
  if (memory) return memory;
  throw new Error(
    `instanceClass must be an RDS class such as db.t3.small, db.m6g.large or db.r6g.xlarge, got "${instanceClass}"`,
  );
}

function timesLarge(size: string): number {
  if (size === "large") return 1;
  const [, times] = /^(\d*)xlarge$/.exec(size) ?? [];
  return times === undefined ? 0 : 2 * Number(times || 1);
}
