import { COLD_STORAGE_DAYS } from "@platform/components/backup";
import { at, type Check, type Draft, type Fault } from "../draft";
import { keyText } from "../key-path";
import { windowHolds } from "../window";
import { atHome } from "./second-region";

type BackupConfig = NonNullable<Draft["sections"]["backup"]>;

const key = (...rest: string[]) => at("backup", ...rest);

/** The plan has something to back up, its figures fit the lock, and its copies lie in another region. */
export const backupSettings: Check = (draft) => {
  const { backup } = draft.sections;
  if (!backup) return [];
  return [
    ...nothingToBackUp(draft),
    ...atHome(draft.region, key("copyTo"), backup.copyTo),
    ...idleRetention(draft, backup),
    ...retention(backup),
    ...lock(draft, backup),
    ...databaseWindow(draft, backup),
  ];
};

function nothingToBackUp({ written, sections: { files = {} } }: Draft): Fault[] {
  if (written.database !== undefined || Object.keys(files).length > 0) return [];
  return [
    {
      path: key(),
      involves: [at("database"), at("files")],
      got: "a backup plan, while the stack has neither a database nor file systems",
      expected: "something to back up",
      fix: "add platform:database or platform:files, or remove platform:backup",
    },
  ];
}

function idleRetention({ written }: Draft, { copyTo }: BackupConfig): Fault[] {
  const given = written.backup as { copyRetentionDays?: unknown };
  if (copyTo !== undefined || given.copyRetentionDays === undefined) return [];
  return [
    {
      path: key("copyRetentionDays"),
      involves: [key("copyTo")],
      got: "days for copies that are not made",
      expected: `the key only with ${keyText(key("copyTo"))}`,
      fix: "name a second region in copyTo, or remove copyRetentionDays",
    },
  ];
}

/** Both lives are long enough for cold storage and lie within the bounds of the lock. */
function retention({
  retentionDays,
  copyRetentionDays,
  copyTo,
  coldStorageAfterDays,
  lock: bounds,
}: BackupConfig): Fault[] {
  const lives = { retentionDays, ...(copyTo !== undefined && { copyRetentionDays }) };
  const least = coldStorageAfterDays === undefined ? 0 : coldStorageAfterDays + COLD_STORAGE_DAYS;
  return Object.entries(lives).flatMap(([name, days]): Fault[] => {
    const { mode, minRetentionDays: min, maxRetentionDays: max } = bounds;
    const faults: Fault[] = [];
    if (days < least) {
      faults.push({
        path: key(name),
        involves: [key("coldStorageAfterDays")],
        got: `${days}, with ${keyText(key("coldStorageAfterDays"))} ${coldStorageAfterDays}`,
        expected: `at least ${least}: AWS keeps cold backups for ${COLD_STORAGE_DAYS} days`,
        fix: `raise ${name}, or remove coldStorageAfterDays`,
      });
    }
    if (mode !== "none" && min <= max && (days < min || days > max)) {
      faults.push({
        path: key(name),
        involves: [key("lock")],
        got: `${days}, while the lock of the vault takes ${min} to ${max} days`,
        expected: `a number of days from ${min} to ${max}: the vault refuses every other backup`,
        fix: `change ${name}, or the bounds of ${keyText(key("lock"))}`,
      });
    }
    return faults;
  });
}

function lock(
  { sections: { profile } }: Draft,
  { lock: { mode, minRetentionDays, maxRetentionDays } }: BackupConfig,
): Fault[] {
  const faults: Fault[] = [];
  if (minRetentionDays > maxRetentionDays) {
    faults.push({
      path: key("lock", "minRetentionDays"),
      involves: [key("lock", "maxRetentionDays")],
      got: `${minRetentionDays}, above ${keyText(key("lock", "maxRetentionDays"))}, ${maxRetentionDays}`,
      expected: `at most ${maxRetentionDays}`,
      fix: "lower minRetentionDays or raise maxRetentionDays",
    });
  }
  if (mode === "compliance" && profile !== undefined && profile !== "production") {
    faults.push({
      path: key("lock", "mode"),
      involves: [at("profile")],
      got: `compliance, in ${profile}`,
      expected: "compliance in production only: nobody can ever delete such a vault, so the stack could not go again",
      fix: "set mode to governance",
    });
  }
  return faults;
}

/** RDS makes one backup of an instance at a time: a job that meets RDS's own waits, and may run out of its window. */
function databaseWindow({ sections: { database } }: Draft, { time }: BackupConfig): Fault[] {
  if (!database || database.backup.retentionDays === 0) return [];
  const window = at("database", "backup", "window");
  if (!windowHolds(database.backup.window, time)) return [];
  return [
    {
      path: key("time"),
      involves: [window],
      got: `${time}, within ${keyText(window)}, ${database.backup.window}`,
      expected: "a time outside the window in which RDS makes its own backup",
      fix: "move one of them",
    },
  ];
}
