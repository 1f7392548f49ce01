import { existsSync, readdirSync, readFileSync } from "node:fs";

interface Process {
  pid: number;
  parent: number;
  args: string[];
}

/**
 * Ends the programs of a folder whose engine was killed, and the language hosts that started them: they would ask an engine
 * that is gone for ever. Knows them by their command line, which only Linux shows under `/proc`; elsewhere it does nothing.
 */
export function endOrphans(folder: string): void {
  const all = processes();
  const programs = all.filter(({ args }) => args[args.indexOf("--pwd") + 1] === folder && args.includes("--pwd"));
  for (const { pid, parent } of programs) {
    const host = all.find((each) => each.pid === parent && each.args[0]?.includes("pulumi-language-"));
    for (const each of [pid, host?.pid]) if (each !== undefined) end(each);
  }
}

function processes(): Process[] {
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

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}
