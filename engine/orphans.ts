import { readFileSync } from "node:fs";
import { processes } from "./processes";

/** In the environment of everything that a stack's engine starts: where its simulated account is. */
export const ACCOUNT_VARIABLE = "SIMULATED_AWS";

/**
 * Ends what an engine that was killed has left of itself: its program would ask an engine that is gone for ever. Knows them
 * by the simulated account in their environment, somewhere in that folder, which only Linux shows; elsewhere it does nothing.
 */
export function endOrphans(folder: string): void {
  processes()
    .filter(({ pid }) => pid !== process.pid && environmentOf(pid).includes(`\0${ACCOUNT_VARIABLE}=${folder}/`))
    .forEach(({ pid }) => end(pid));
}

/** Its variables, a NUL before each. */
function environmentOf(pid: number): string {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, "utf8")}`;
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return "";
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}
