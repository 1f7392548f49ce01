import * as fc from "fast-check";
import { StackConfigError } from "../../../infra/config";
import { Runner } from "../program/runner";
import { failedOnce } from "./failed-once";
import { faultsOf } from "./faults";
import { mended, read } from "./mend";
import { type StackFile, stackFiles } from "./stack-files";

/** Files that are made; more of them by `RANDOM_APPLICATIONS=1000 npx jest tests/proofs/random`. */
const RUNS = Number(process.env["RANDOM_APPLICATIONS"] ?? 100);
/** The same files in every run, so that red means a change; `RANDOM_SEED=2` tries others. */
const SEED = Number(process.env["RANDOM_SEED"] ?? 1);

/** Longest that files are made and mended, in milliseconds: a slow machine sees fewer of them. */
const TIME_LIMIT = 60_000 + 2_000 * RUNS;

const runners = { preview: new Runner(), deployed: new Runner() };
afterAll(() => Promise.all(Object.values(runners).map((runner) => runner.stop())));

describe(`random applications (RANDOM_SEED=${SEED})`, () => {
  let tried = 0;
  let previewed = 0;
  let refused = 0;

  it(
    "are refused with clear words, or come up as they should",
    async () => {
      const property = fc.asyncProperty(stackFiles(), async (file) => {
        tried++;
        const result = read(file);
        if (result instanceof StackConfigError) {
          refused++;
          expectClear(result, file);
        }
        const sound = mended(file);
        if (!sound) return;
        previewed++;
        expect(await faultsOf(sound, runners)).toEqual([]);
      });
      await fc.assert(property, {
        numRuns: RUNS,
        seed: SEED,
        examples: failedOnce.map((file) => [file]),
        interruptAfterTimeLimit: TIME_LIMIT,
      });
    },
    2 * TIME_LIMIT,
  );

  it("are many that are refused, and more that come up", () => {
    expect(tried).toBeGreaterThan(failedOnce.length);
    expect(refused).toBeGreaterThan(tried / 10);
    expect(previewed).toBeGreaterThan(tried / 2);
  });
});

/** Each problem says where it is, what is there, what would be right, and what to do about it, each in one line. */
function expectClear({ message, problems, name }: StackConfigError, file: StackFile): void {
  expect([name, problems.length > 0]).toEqual(["StackConfigError", true]);
  for (const { key, path, got, expected, fix } of problems) {
    for (const part of [key, got, expected, fix]) expect(part).toMatch(/^\S.*\S$/);
    expect(path[0]).toMatch(/^(aws|platform):/);
    expect(message).toContain(key);
  }
  expect(message).not.toMatch(/^\s+at |undefined|\[object |NaN/m);
  expect(JSON.stringify(file)).not.toContain("[object ");
}
