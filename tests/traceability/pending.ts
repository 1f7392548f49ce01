import type { Application } from "./requirement";

/**
 * Rows without an assertion so far, by application. This list only becomes shorter: an entry that has its assertion is
 * refused. When it is empty this file goes, with what `traceability.test.ts` says of it.
 */
export const PENDING: Record<Application, readonly string[] | "has no stack yet"> = {
  PR: ["data/snapshot"],
  AP: [],
  BK: ["data/snapshot", "data/cache", "data/dump", "recovery/drill"],
  IS: ["edge/private-files", "access/pipeline", "recovery/drill"],
  PM: ["compute/spot", "access/pipeline", "recovery/drill"],
};
