import { createSpinner } from "nanospinner";
import type { StackFile } from "./stack-file";

export interface Progress {
  update: (text: string) => void;
  stop: () => void;
}

/** A line that moves, for a person who waits; nothing where standard error is no terminal. */
export function startProgress({ shown }: StackFile): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const spinner = createSpinner(`recording what ${shown} declares`, { stream: process.stderr }).start();
  return { update: (text) => void spinner.update(text), stop: () => void spinner.clear().stop() };
}
