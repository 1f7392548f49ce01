import { spawnSync } from "node:child_process";

/** What a command printed; `undefined` where it is not there or failed. */
export function commandOutput(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; timeout?: number } = {},
): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", ...options });
  return status === 0 ? stdout.trim() : undefined;
}
