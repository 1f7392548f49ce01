import { declare } from "../testing/declared";
import { BackupReplication, type BackupReplicationArgs } from ".";

const args: BackupReplicationArgs = {
  instanceArn: "arn:aws:rds:us-east-1:123456789012:db:pm-prod",
  region: "us-east-1",
  destinationRegion: "us-west-2",
  kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/copies",
  retentionDays: 7,
};

describe("BackupReplication", () => {
  it("keeps the backups of an instance in the second region, under a key of that region", async () => {
    let backupArn: unknown;
    const declared = await declare(() => {
      new BackupReplication("database-backups", args).backupArn.apply((arn) => (backupArn = arn));
    });

    const replication = declared.one(
      "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
      "database-backups",
    );
    expect(replication.parentName).toBe("database-backups");
    expect(replication.inputs).toEqual({
      sourceDbInstanceArn: "arn:aws:rds:us-east-1:123456789012:db:pm-prod",
      region: "us-west-2",
      kmsKeyId: "arn:aws:kms:us-west-2:123456789012:key/copies",
      retentionPeriod: 7,
    });
    expect(backupArn).toMatch(/^arn:aws:rds:us-west-2:123456789012:auto-backup:ab-[0-9a-z]+$/);
  });

  it.each([
    [{ destinationRegion: "us-east-1" }, "destinationRegion must be another region than us-east-1"],
    [{ retentionDays: 0 }, "retentionDays must be a whole number from 1 to 35, got 0"],
    [{ retentionDays: 36 }, "retentionDays must be a whole number from 1 to 35, got 36"],
  ])("refuses %p", async (wrong, message) => {
    await declare(() => {
      expect(() => new BackupReplication("database-backups", { ...args, ...wrong })).toThrow(message);
    });
  });
});
