interface MemoryRange {
  /** MiB, all three. */
  from: number;
  to: number;
  step: number;
}

/**
 * Memory that Fargate offers for each number of CPU units, for Linux
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html). 256 units are the one size
 * whose memories are no even steps: 512, 1024 and 2048.
 */
const MEMORY_BY_CPU: ReadonlyMap<number, MemoryRange> = new Map([
  [256, { from: 512, to: 2048, step: 512 }],
  [512, { from: 1024, to: 4096, step: 1024 }],
  [1024, { from: 2048, to: 8192, step: 1024 }],
  [2048, { from: 4096, to: 16384, step: 1024 }],
  [4096, { from: 8192, to: 30720, step: 1024 }],
  [8192, { from: 16384, to: 61440, step: 4096 }],
  [16384, { from: 32768, to: 122880, step: 8192 }],
]);

/** What is wrong with a task of `cpu` units and `memory` MiB, in words that say what Fargate offers; empty when it is fine. */
export function fargateSizeProblems(cpu: number, memory: number): string[] {
  const range = MEMORY_BY_CPU.get(cpu);
  if (!range) return [`cpu must be one of ${[...MEMORY_BY_CPU.keys()].join(", ")} units, got ${cpu}`];
  if (memoriesOf(cpu, range).includes(memory)) return [];
  return [`memory must be ${inWords(cpu, range)} MiB for ${cpu} CPU units, got ${memory}`];
}

function memoriesOf(cpu: number, { from, to, step }: MemoryRange): number[] {
  const even = Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
  return cpu === 256 ? even.filter((memory) => memory !== 1536) : even;
}

function inWords(cpu: number, range: MemoryRange): string {
  const memories = memoriesOf(cpu, range);
  if (memories.length < 5) return `${memories.slice(0, -1).join(", ")} or ${memories.at(-1)}`;
  return `between ${range.from} and ${range.to} in steps of ${range.step}`;
}
