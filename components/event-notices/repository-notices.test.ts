import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare } from "../testing/declared";
import { EventNotices, repositoryNotices } from ".";

const repositoryArns = ["arn:aws:ecr:us-east-1:123456789012:repository/api-repository-0a1b2c3"];

describe("repositoryNotices", () => {
  it("tell of images in which a scan found something high or critical", async () => {
    const declared = await declare(() => {
      new EventNotices("image-notices", {
        topicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
        runbookUrl: "https://example.com/runbook",
        notices: repositoryNotices({ repositoryArns }),
      });
    });

    const rule = declared.one("aws:cloudwatch/eventRule:EventRule", "image-notices-vulnerable-image");
    expect(JSON.parse(rule.inputs.eventPattern)).toEqual({
      source: ["aws.ecr"],
      "detail-type": ["ECR Image Scan"],
      resources: repositoryArns,
      detail: {
        "scan-status": ["COMPLETE"],
        $or: [
          { "finding-severity-counts": { CRITICAL: [{ numeric: [">", 0] }] } },
          { "finding-severity-counts": { HIGH: [{ numeric: [">", 0] }] } },
        ],
      },
    });
  });

  it("have a section of the runbook", () => {
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    for (const notice of repositoryNotices({ repositoryArns })) expect(runbook).toContain(`### ${notice.runbook}\n`);
  });
});
