import { regionName, settings, wholeNumber } from "../../accepted";
import type { ProfileDefaults } from "../../profile";
import { dailyWindow } from "../../window";

export const backupSchema = (defaults: ProfileDefaults) =>
  settings({
    retentionDays: wholeNumber(0, 35)
      .default(defaults.backupRetentionDays)
      .describe("Days that backups are kept and any point in time can be restored; 0 turns both off."),
    window: dailyWindow()
      .default("03:00-04:00")
      .meta({ description: "Daily window of the backup, UTC, 30 minutes or more.", examples: ["03:00-04:00"] }),
    copyTo: regionName()
      .optional()
      .meta({
        description:
          "Second region that keeps a copy of the backups, in which any point in time can be restored as well. Default: none.",
        examples: ["us-west-2"],
      }),
    copyRetentionDays: wholeNumber(1, 35).default(7).describe("Days that the copies are kept in the second region."),
  });
