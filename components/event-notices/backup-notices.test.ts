import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare } from "../testing/declared";
import { backupNotices, EventNotices } from ".";

const vaultArn = "arn:aws:backup:us-east-1:123456789012:backup-vault:pm-prod";

describe("backupNotices", () => {
  it("tell of every job of the vault, and every copy from it, that ended without a recovery point", async () => {
    const declared = await declare(() => {
      new EventNotices("backup-notices", {
        topicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
        runbookUrl: "https://example.com/runbook",
        notices: backupNotices({ vaultName: "pm-prod", vaultArn }),
      });
    });

    const pattern = (name: string) =>
      JSON.parse(declared.one("aws:cloudwatch/eventRule:EventRule", `backup-notices-${name}`).inputs.eventPattern);
    const state = ["FAILED", "ABORTED", "EXPIRED"];
    expect(pattern("backup-failed")).toEqual({
      source: ["aws.backup"],
      "detail-type": ["Backup Job State Change"],
      detail: { state, backupVaultName: ["pm-prod"] },
    });
    expect(pattern("copy-failed")).toEqual({
      source: ["aws.backup"],
      "detail-type": ["Copy Job State Change"],
      detail: { state, sourceBackupVaultArn: [vaultArn] },
    });
  });

  it("have a section of the runbook", () => {
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    for (const notice of backupNotices({ vaultName: "pm-prod", vaultArn }))
      expect(runbook).toContain(`### ${notice.runbook}\n`);
  });
});
