import { logRetentionDays, settings } from "../accepted";
import type { ProfileDefaults } from "../profile";

export const logsSchema = (defaults: ProfileDefaults) =>
  settings({
    retentionDays: logRetentionDays().default(defaults.logRetentionDays).describe("Days that log lines are kept."),
  })
    .prefault({})
    .describe("Log groups of the services.");
