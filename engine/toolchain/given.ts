import type { Toolchain } from ".";

/** Under this name a run is told what it has to work with. */
export const GIVEN_VARIABLE = "PLATFORM_ENGINE";

export interface Given {
  toolchain: Toolchain;
  /** Where it may leave files: they go with the run. */
  folder: string;
}

/** What this run was started with. */
export function given(): Given {
  const text = process.env[GIVEN_VARIABLE];
  if (!text) throw new Error("this needs an engine: start it with npm run test:engine");
  return JSON.parse(text) as Given;
}
