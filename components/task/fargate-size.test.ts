import * as fc from "fast-check";
import { fargateSizeProblems } from ".";

/** AWS's own table, row by row. */
const OFFERED: [cpu: number, memories: number[]][] = [
  [256, [512, 1024, 2048]],
  [512, [1024, 2048, 3072, 4096]],
  [1024, [2048, 3072, 4096, 5120, 6144, 7168, 8192]],
];
const RANGES = [
  { cpu: 2048, from: 4, to: 16, step: 1 },
  { cpu: 4096, from: 8, to: 30, step: 1 },
  { cpu: 8192, from: 16, to: 60, step: 4 },
  { cpu: 16384, from: 32, to: 120, step: 8 },
];
const CPUS = [...OFFERED.map(([cpu]) => cpu), ...RANGES.map(({ cpu }) => cpu)];

describe("fargateSizeProblems", () => {
  it("accepts every pair of the small sizes, and no other memory", () => {
    fc.assert(
      fc.property(fc.constantFrom(...OFFERED), fc.integer({ min: 1, max: 16384 }), ([cpu, memories], memory) => {
        for (const offered of memories) expect(fargateSizeProblems(cpu, offered)).toEqual([]);
        expect(fargateSizeProblems(cpu, memory).length === 0).toBe(memories.includes(memory));
      }),
    );
  });

  it("accepts the large sizes in their steps of whole GiB, and nothing between or beyond", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RANGES), fc.integer({ min: 1, max: 130 }), ({ cpu, from, to, step }, gib) => {
        const offered = gib >= from && gib <= to && (gib - from) % step === 0;
        expect(fargateSizeProblems(cpu, gib * 1024).length === 0).toBe(offered);
        expect(fargateSizeProblems(cpu, gib * 1024 + 1)).toHaveLength(1);
      }),
    );
  });

  it("accepts no other number of CPU units", () => {
    fc.assert(
      fc.property(
        fc.integer({ max: 20_000 }).filter((cpu) => !CPUS.includes(cpu)),
        fc.integer(),
        (cpu, memory) => {
          expect(fargateSizeProblems(cpu, memory)).toHaveLength(1);
        },
      ),
    );
  });

  it.each([
    [300, 512, "cpu must be one of 256, 512, 1024, 2048, 4096, 8192, 16384 units, got 300"],
    [256, 1536, "memory must be 512, 1024 or 2048 MiB for 256 CPU units, got 1536"],
    [4096, 4096, "memory must be between 8192 and 30720 in steps of 1024 MiB for 4096 CPU units, got 4096"],
  ])("says what Fargate offers for %d and %d", (cpu, memory, problem) => {
    expect(fargateSizeProblems(cpu, memory)).toEqual([problem]);
  });
});
