import { at, type Check, type Fault } from "../draft";
import { keyText, type KeyPath } from "../key-path";
import { windowMinutes, windowsOverlap } from "../window";

interface Windows {
  daily: { path: KeyPath; window: string };
  weekly: { path: KeyPath; window: string };
  /** Least length that AWS accepts. */
  minutes: number;
}

/** Windows are as long as AWS asks, and backups and maintenance do not meet. */
export const windows: Check = ({ sections: { database, cache } }) => {
  const pairs: Windows[] = [];
  if (database) {
    pairs.push({
      daily: { path: at("database", "backup", "window"), window: database.backup.window },
      weekly: { path: at("database", "maintenanceWindow"), window: database.maintenanceWindow },
      minutes: 30,
    });
  }
  if (cache) {
    pairs.push({
      daily: { path: at("cache", "snapshotWindow"), window: cache.snapshotWindow },
      weekly: { path: at("cache", "maintenanceWindow"), window: cache.maintenanceWindow },
      minutes: 60,
    });
  }
  return pairs.flatMap(({ daily, weekly, minutes }) => [
    ...[daily, weekly].flatMap((one) => tooShort(one, minutes)),
    ...meeting(daily, weekly),
  ]);
};

function tooShort({ path, window }: Windows["daily"], minutes: number): Fault[] {
  const length = windowMinutes(window);
  if (length >= minutes) return [];
  return [
    {
      path,
      involves: [],
      got: `${window}, ${length} minutes long`,
      expected: `a window of at least ${minutes} minutes`,
      fix: "move its end",
    },
  ];
}

function meeting(daily: Windows["daily"], weekly: Windows["weekly"]): Fault[] {
  if (!windowsOverlap(daily.window, weekly.window)) return [];
  return [
    {
      path: daily.path,
      involves: [weekly.path],
      got: `${daily.window}, which overlaps ${keyText(weekly.path)}, ${weekly.window}`,
      expected: "two windows that do not overlap, as AWS asks",
      fix: "move one of them",
    },
  ];
}
