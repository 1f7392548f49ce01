import { z } from "zod";
import { mapOf, settings, text, wholeNumber, yesOrNo } from "../../accepted";
import type { ProfileDefaults } from "../../profile";
import { weeklyWindow } from "../../window";
import { backupSchema } from "./backup";
import { dumpSchema } from "./dump";
import { instanceClass } from "./instance-class";
import { proxySchema } from "./proxy";
import { replicasSchema } from "./replicas";
import { restoreSchema } from "./restore";

/** Most that RDS gives a gp3 volume, in GiB. */
const MOST_STORAGE = 65536;

const identifier = (accepted: string) => text(/^(?!pg_|rds)[a-z][a-z0-9_]{0,62}$/, accepted);

export const databaseSchema = (defaults: ProfileDefaults) =>
  settings({
    class: instanceClass()
      .default(defaults.databaseClass)
      .meta({ description: "Class of the instance.", examples: ["db.r6g.xlarge"] }),
    storage: wholeNumber(20, MOST_STORAGE).default(20).describe("Storage in GiB (gp3)."),
    maxStorage: wholeNumber(22, MOST_STORAGE)
      .optional()
      .describe("Storage in GiB up to which RDS may grow by itself. Default: twice `storage`."),
    multiZone: yesOrNo()
      .default(defaults.multiZone)
      .describe("Whether a standby in a second zone takes over within minutes. Doubles the price."),
    version: text(/^1[4-8]$/, 'a major version of PostgreSQL from 14 to 18, in quotes, such as "17"')
      .default("17")
      .describe("Major version of PostgreSQL; AWS chooses and updates the minor one."),
    name: identifier("a name in lower case, such as app").default("app").describe("Name of the database."),
    username: identifier("a name in lower case, such as app_owner")
      .refine((name) => name !== "admin", "a name other than admin, which RDS keeps for itself")
      .default("app_owner")
      .describe("Master user. The password is made, kept and rotated by Secrets Manager."),
    backup: backupSchema(defaults).prefault({}).describe("Automated backups."),
    maintenanceWindow: weeklyWindow()
      .default("sun:04:00-sun:05:00")
      .meta({
        description: "Weekly window of maintenance, UTC, 30 minutes or more, outside the backup's.",
        examples: ["sun:04:00-sun:05:00"],
      }),
    deletionProtection: yesOrNo()
      .default(defaults.deletionProtection)
      .describe("Whether AWS refuses to delete the database."),
    performanceInsights: yesOrNo()
      .default(defaults.performanceInsights)
      .describe("Whether the load is recorded by query."),
    monitoringInterval: z
      .literal([0, 1, 5, 10, 15, 30, 60], "one of 0 (off), 1, 5, 10, 15, 30, 60")
      .default(defaults.monitoringInterval)
      .describe("Seconds between two measurements of the operating system; 0 is off."),
    dump: dumpSchema(defaults)
      .optional()
      .describe("Weekly copy as pg_dump writes it, readable without RDS, in a bucket of the stack. Default: none."),
    proxy: proxySchema,
    replicas: replicasSchema,
    restoreFrom: restoreSchema
      .optional()
      .describe(
        "What the database is made of, instead of empty: read once, when it is made, and ignored ever after. Default: nothing.",
      ),
    parameters: mapOf(
      text(
        /^(?!rds\.force_ssl$)[a-z][a-z0-9_.]*$/,
        "a parameter of PostgreSQL other than rds.force_ssl, which stays on",
      ),
      z.string("text, in quotes"),
      "parameters to text",
    )
      .prefault({})
      .meta({ description: "Parameters of PostgreSQL.", examples: [{ log_min_duration_statement: "1000" }] }),
  })
    .transform(({ maxStorage, replicas, ...database }) => ({
      ...database,
      replicas: replicas.map((replica) => ({ class: replica.class ?? database.class })),
      maxStorage: maxStorage ?? Math.min(database.storage * 2, MOST_STORAGE),
    }))
    .optional()
    .describe("PostgreSQL on RDS. Without this section there is none.");
