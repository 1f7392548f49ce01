import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare } from "../testing/declared";
import { databaseNotices, EventNotices } from ".";

const notices = databaseNotices({ instanceIdentifiers: ["pm-prod-database", "pm-prod-database-replica-1"] });

describe("databaseNotices", () => {
  it("tell of the stack's own instances, when they fail over, fail or are maintained", async () => {
    const declared = await declare(() => {
      new EventNotices("database-notices", {
        topicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
        runbookUrl: "https://example.com/runbook",
        notices,
      });
    });

    const rule = declared.one("aws:cloudwatch/eventRule:EventRule", "database-notices-database-event");
    expect(JSON.parse(rule.inputs.eventPattern)).toEqual({
      source: ["aws.rds"],
      "detail-type": ["RDS DB Instance Event"],
      detail: {
        EventCategories: ["failover", "failure", "low storage", "maintenance", "read replica", "recovery"],
        SourceIdentifier: ["pm-prod-database", "pm-prod-database-replica-1"],
      },
    });
    const { inputPaths, inputTemplate } = declared.one("aws:cloudwatch/eventTarget:EventTarget").inputs
      .inputTransformer;
    expect(inputPaths).toMatchObject({ message: "$.detail.Message", database: "$.detail.SourceIdentifier" });
    expect(inputTemplate).toContain("<database>: <message> (<event>)");
    expect(inputTemplate).toContain("https://example.com/runbook#database-event");
  });

  it("have a section of the runbook", () => {
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    for (const notice of notices) expect(runbook).toContain(`### ${notice.runbook}\n`);
  });
});
