import { databaseParameters } from "./parameters";
import type { PostgresDatabaseArgs } from "./postgres-args";

const MONITORING_INTERVALS = [0, 1, 5, 10, 15, 30, 60];

/** Throws at the first plain value that RDS would refuse (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html). */
export function checkDatabase(name: string, args: PostgresDatabaseArgs): void {
  const { identifier, databaseName, engineVersion, storageGib, maxStorageGib, monitoringIntervalSeconds } = args;
  const refuse = (argument: string, got: string | number, accepted: string): never => {
    throw new Error(`PostgresDatabase ${name}: ${argument} must be ${accepted}, got ${got}`);
  };

  if (!/^[a-z](-?[a-z0-9])*$/.test(identifier) || identifier.length > 63)
    refuse("identifier", `"${identifier}"`, "a letter and up to 62 lower-case letters, digits and single hyphens");
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(databaseName))
    refuse("databaseName", `"${databaseName}"`, "a letter or underscore and up to 62 letters, digits and underscores");
  if (!/^\d{2}$/.test(engineVersion)) refuse("engineVersion", `"${engineVersion}"`, 'a major version such as "16"');
  if (!Number.isInteger(storageGib) || storageGib < 20 || storageGib > 65536)
    refuse("storageGib", storageGib, "a whole number from 20 to 65536");
  if (!Number.isInteger(maxStorageGib) || maxStorageGib > 65536 || maxStorageGib * 10 < storageGib * 11)
    refuse("maxStorageGib", maxStorageGib, `a whole number from ${Math.ceil((storageGib * 11) / 10)} to 65536`);
  if (!MONITORING_INTERVALS.includes(monitoringIntervalSeconds))
    refuse("monitoringIntervalSeconds", monitoringIntervalSeconds, `one of ${MONITORING_INTERVALS.join(", ")}`);
  const { retentionDays } = args.backup;
  if (!Number.isInteger(retentionDays) || retentionDays < 0 || retentionDays > 35)
    refuse("backup.retentionDays", retentionDays, "a whole number from 0 to 35");

  databaseParameters(args.parameters ?? {});
}
