import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** A restored database is made of one thing, which lies, with its key, in the stack's region. */
export const databaseRestore: Check = ({ region, sections: { database } }) => {
  const restore = database?.restoreFrom;
  if (!restore) return [];
  const { snapshot, backup, time, kmsKeyArn } = restore;
  const key = (setting: string) => at("database", "restoreFrom", setting);
  const faults: Fault[] = [];
  if ((snapshot === undefined) === (backup === undefined)) {
    faults.push({
      path: at("database", "restoreFrom"),
      involves: [key("snapshot"), key("backup")],
      got: snapshot === undefined ? "neither snapshot nor backup" : "a snapshot and a backup",
      expected: "exactly one of snapshot and backup",
      fix: snapshot === undefined ? "add the one to restore" : "remove one of the two",
    });
  }
  if (time !== undefined && backup === undefined) {
    faults.push({
      path: key("time"),
      involves: [key("backup")],
      got: "a moment, without a backup",
      expected: `a moment only with ${keyText(key("backup"))}: a snapshot is of one moment`,
      fix: "remove time, or name the automated backup in place of the snapshot",
    });
  }
  for (const [setting, arn] of Object.entries({ snapshot, backup, kmsKeyArn })) {
    const [, , , place] = arn?.split(":") ?? [];
    if (region === undefined || place === undefined || place === region) continue;
    faults.push({
      path: key(setting),
      involves: [],
      got: `an ARN of ${place}, while aws:region is ${region}`,
      expected: `an ARN of ${region}: RDS restores in the region of the copy`,
      fix: `copy it to ${region} and name the copy, or change aws:region`,
    });
  }
  return faults;
};
