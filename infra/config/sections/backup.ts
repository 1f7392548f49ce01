import { oneOf, regionName, settings, text, wholeNumber } from "../accepted";
import type { ProfileDefaults } from "../profile";

const days = (least = 1) => wholeNumber(least, 36500);

const lockSchema = (defaults: ProfileDefaults) =>
  settings({
    mode: oneOf("governance", "compliance", "none")
      .default(defaults.backupLock)
      .describe(
        "Who may shorten or delete a backup before its time: whoever IAM lets take off the lock (governance), or nobody ever again, AWS and the account's root user included (compliance). Compliance is irreversible once `graceDays` are over: the vault and what is in it stay, and are paid for, until each backup's time is up.",
      ),
    minRetentionDays: days().default(1).describe("Days that every backup is kept at least."),
    maxRetentionDays: days().default(366).describe("Days that a backup may be kept at most."),
    graceDays: days(3).default(14).describe("Days in which a lock in compliance mode can still be taken off."),
  });

export const backupSchema = (defaults: ProfileDefaults) =>
  settings({
    time: text(/^([01]\d|2[0-3]):[0-5]\d$/, "a time hh:mm in UTC, in quotes, such as 02:00")
      .default("02:00")
      .meta({ description: "When the daily backup starts, UTC.", examples: ["02:00"] }),
    retentionDays: days().default(35).describe("Days that backups are kept."),
    coldStorageAfterDays: days()
      .optional()
      .describe(
        "Days after which backups of file systems move to cold storage, at least 90 days before their end. AWS offers none for databases. Default: never.",
      ),
    copyTo: regionName()
      .optional()
      .meta({
        description: "Second region that keeps a copy of every backup. Default: none.",
        examples: ["us-west-2"],
      }),
    copyRetentionDays: days().optional().describe("Days that the copies are kept. Default: as `retentionDays`."),
    lock: lockSchema(defaults).prefault({}).describe("Lock of the vaults that hold backups and copies."),
  })
    .transform(({ copyRetentionDays, ...backup }) => ({
      ...backup,
      copyRetentionDays: copyRetentionDays ?? backup.retentionDays,
    }))
    .optional()
    .describe(
      "AWS Backup: a daily backup of the database and the file systems, apart from the database's own. Without this section there is none.",
    );
