import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** Restoring a database from a backup takes up to about an hour; only a standby is sure to be quicker. */
const RESTORE_MINUTES = 60;
/** What a daily snapshot alone may lose. */
const DAY = 24 * 60;

/** The objectives of recovery can be met by what the file turns on. */
export const recoveryObjectives: Check = ({ sections: { recovery, database } }) => {
  if (!recovery || !database) return [];
  const faults: Fault[] = [];
  const retention = at("database", "backup", "retentionDays");
  const multiZone = at("database", "multiZone");
  if (recovery.pointObjectiveMinutes < DAY && database.backup.retentionDays === 0) {
    faults.push({
      path: at("recovery", "pointObjectiveMinutes"),
      involves: [retention],
      got: `${recovery.pointObjectiveMinutes} minutes, while ${keyText(retention)} is 0`,
      expected: "backups that are kept, since restoring to a point in time needs them",
      fix: `set ${keyText(retention)} to 7 or more, or raise the objective`,
    });
  }
  if (recovery.timeObjectiveMinutes <= RESTORE_MINUTES && !database.multiZone) {
    faults.push({
      path: at("recovery", "timeObjectiveMinutes"),
      involves: [multiZone],
      got: `${recovery.timeObjectiveMinutes} minutes, while ${keyText(multiZone)} is false`,
      expected: `a standby in a second zone for ${RESTORE_MINUTES} minutes or less`,
      fix: `set ${keyText(multiZone)} to true, or raise the objective above ${RESTORE_MINUTES}`,
    });
  }
  return faults;
};
