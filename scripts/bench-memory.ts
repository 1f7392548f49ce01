import { readFileSync } from "node:fs";
import { type Process, processes } from "../engine/processes";

const EVERY_MILLISECONDS = 200;

/** The most that a process and each of its descendants held, summed, in megabytes; Linux alone tells. */
export class MemoryWatch {
  private readonly peaks = new Map<number, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly root: number) {
    this.timer = setInterval(() => this.look(), EVERY_MILLISECONDS);
  }

  stop(): number {
    clearInterval(this.timer);
    return [...this.peaks.values()].reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
  }

  private look(): void {
    for (const pid of familyOf(this.root, processes())) {
      const peak = peakOf(pid);
      if (peak !== undefined) this.peaks.set(pid, peak);
    }
  }
}

function familyOf(root: number, all: Process[]): number[] {
  const children = all.filter(({ parent }) => parent === root).map(({ pid }) => pid);
  return [root, ...children.flatMap((child) => familyOf(child, all))];
}

/** `VmHWM` in kilobytes: proc_pid_status(5). */
function peakOf(pid: number): number | undefined {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return peak === undefined ? undefined : Number(peak);
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}
