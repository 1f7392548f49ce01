import { existsSync, readdirSync, readFileSync } from "node:fs";

export interface Process {
  pid: number;
  parent: number;
  args: string[];
}

/** Every process that runs; only Linux shows them under `/proc`, elsewhere there are none. */
export function processes(): Process[] {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const args = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
        // After the name of the program, which may hold anything, come state and parent: proc_pid_stat(5).
        const parent = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1];
        return [{ pid: Number(name), parent: Number(parent), args }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}
