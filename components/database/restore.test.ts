import { declare, type Declared } from "../testing/declared";
import type { DatabaseRestore } from ".";
import { PostgresDatabase } from ".";
import { databaseArgs } from "./test-args";

const INSTANCE = "aws:rds/instance:Instance";
const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/replica";
const backup = "arn:aws:rds:us-east-1:123456789012:auto-backup:ab-0123456789abcdef";

const restored = (restoreFrom: DatabaseRestore): Promise<Declared> =>
  declare(() => {
    new PostgresDatabase("database", { ...databaseArgs, restoreFrom });
  });

describe("a restored PostgresDatabase", () => {
  it("is made of an automated backup at its latest second, with the key of the backup", async () => {
    const { inputs } = (await restored({ backup, kmsKeyArn })).one(INSTANCE);

    expect(inputs.restoreToPointInTime).toEqual({
      sourceDbInstanceAutomatedBackupsArn: backup,
      useLatestRestorableTime: true,
    });
    expect(inputs.kmsKeyId).toBe(kmsKeyArn);
    expect(inputs.performanceInsightsKmsKeyId).toBe(databaseArgs.kmsKeyArn);
  });

  it("is made of an automated backup at a moment", async () => {
    const { inputs } = (await restored({ backup, kmsKeyArn, time: "2026-11-21T10:00:00Z" })).one(INSTANCE);

    expect(inputs.restoreToPointInTime).toEqual({
      sourceDbInstanceAutomatedBackupsArn: backup,
      restoreTime: "2026-11-21T10:00:00Z",
    });
  });

  it("is made of a snapshot", async () => {
    const { inputs } = (await restored({ snapshot: "pm-prod-final", kmsKeyArn })).one(INSTANCE);

    expect(inputs.snapshotIdentifier).toBe("pm-prod-final");
    expect(inputs).not.toHaveProperty("restoreToPointInTime");
  });

  it("brings its database and its owner along, under a password that Secrets Manager makes", async () => {
    let databaseName: unknown;
    const declared = await declare(() => {
      const database = new PostgresDatabase("database", { ...databaseArgs, restoreFrom: { backup, kmsKeyArn } });
      database.databaseName.apply((name) => (databaseName = name));
    });
    const { inputs } = declared.one(INSTANCE);

    expect(inputs).not.toHaveProperty("dbName");
    expect(inputs).not.toHaveProperty("username");
    expect(inputs.manageMasterUserPassword).toBe(true);
    expect(databaseName).toBe("pm_document_intelligence");
  });

  it("is not replaced when the file says another source later, or none", async () => {
    const ignored = ["snapshotIdentifier", "restoreToPointInTime"];
    expect((await restored({ backup, kmsKeyArn })).one(INSTANCE).options.ignoreChanges).toEqual(ignored);

    const fresh = await declare(() => {
      new PostgresDatabase("database", databaseArgs);
    });
    expect(fresh.one(INSTANCE).options.ignoreChanges).toEqual(ignored);
  });
});
