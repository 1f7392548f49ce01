import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";
import { atHome } from "./second-region";

/** Replicas and copies rest on the database's own backups, and copies lie in another region. */
export const databaseCopies: Check = ({ region, sections: { database } }) => {
  if (!database) return [];
  const { replicas, backup } = database;
  const retention = at("database", "backup", "retentionDays");
  const needBackups = (path: Fault["path"], got: string): Fault => ({
    path,
    involves: [retention],
    got: `${got}, while ${keyText(retention)} is 0`,
    expected: "backups that are kept: RDS makes it from them",
    fix: `set ${keyText(retention)} to 1 or more, or remove the key`,
  });
  return [
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
    ...(replicas.length > 0 && backup.retentionDays === 0
      ? [needBackups(at("database", "replicas"), `${replicas.length} read replicas`)]
      : []),
    ...(backup.copyTo !== undefined && backup.retentionDays === 0
      ? [needBackups(at("database", "backup", "copyTo"), backup.copyTo)]
      : []),
    ...atHome(region, at("database", "backup", "copyTo"), backup.copyTo),
  ];
};
