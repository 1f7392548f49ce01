import type { Application } from "./requirement";

/**
 * Rows without an assertion so far, by application. This list only becomes shorter: an entry that has its assertion is
 * refused. When it is empty this file goes, with what `traceability.test.ts` says of it.
 */
export const PENDING: Record<Application, readonly string[] | "has no stack yet"> = {
  PR: "has no stack yet",
  AP: "has no stack yet",
  BK: "has no stack yet",
  IS: [
    "edge/private-files",
    "compute/files",
    "access/task-role",
    "access/pipeline",
    "observability/alarms",
    "recovery/backup",
    "recovery/drill",
  ],
  PM: [
    "compute/spot",
    "access/pipeline",
    "observability/dashboards",
    "observability/notifications",
    "observability/budget",
    "recovery/backup",
    "recovery/drill",
    "recovery/second-region",
  ],
};
