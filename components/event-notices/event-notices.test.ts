import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { type EventNotice, EventNotices, serviceNotices } from ".";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const RUNBOOK = "https://example.com/runbook";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";

const declareNotices = () =>
  declare(() => {
    const notices = serviceNotices({ region: TEST_REGION, account: TEST_ACCOUNT, clusterName: "main" });
    new EventNotices("services", { topicArn: TOPIC, runbookUrl: RUNBOOK, notices });
  });

describe("EventNotices", () => {
  it("tells of failed deployments of this cluster's services only", async () => {
    const declared = await declareNotices();

    const rule = declared.one(RULE, "services-deployment-failed");
    expect(rule.parentName).toBe("services");
    expect(JSON.parse(rule.inputs.eventPattern)).toEqual({
      source: ["aws.ecs"],
      "detail-type": ["ECS Deployment State Change"],
      resources: [{ prefix: "arn:aws:ecs:us-east-1:123456789012:service/main/" }],
      detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
    });
    const target = declared.one(TARGET, "services-deployment-failed-topic");
    expect(target.parentName).toBe("services");
    expect(target.inputs).toEqual({
      rule: rule.outputs.name,
      arn: TOPIC,
      inputTransformer: {
        inputPaths: { service: "$.resources[0]", reason: "$.detail.reason" },
        inputTemplate: `"The deployment of <service> failed: <reason> Runbook: ${RUNBOOK}#deployment-failed"`,
      },
    });
  });

  it("tells of tasks that were killed for their memory, and of services that cannot start tasks", async () => {
    const declared = await declareNotices();

    const pattern = (name: string) => JSON.parse(declared.one(RULE, name).inputs.eventPattern);
    expect(pattern("services-out-of-memory").detail).toEqual({
      clusterArn: ["arn:aws:ecs:us-east-1:123456789012:cluster/main"],
      lastStatus: ["STOPPED"],
      containers: { reason: [{ prefix: "OutOfMemory" }] },
    });
    expect(pattern("services-tasks-not-starting").detail.eventName).toContain("SERVICE_TASK_PLACEMENT_FAILURE");
  });

  it("names only parts that the event has, so that no message has a hole", async () => {
    const [notice] = serviceNotices({ region: TEST_REGION, account: TEST_ACCOUNT, clusterName: "main" });
    const wrong: EventNotice = { ...(notice as EventNotice), message: "<servce> failed" };
    const declared = await declare(() => {
      expect(() => new EventNotices("services", { topicArn: TOPIC, runbookUrl: RUNBOOK, notices: [wrong] })).toThrow(
        "services: the message of deployment-failed names <servce>, which is no part",
      );
    });

    expect(declared.all(RULE)).toEqual([]);
  });

  it("have a section of the runbook each", () => {
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    for (const notice of serviceNotices({ region: TEST_REGION, account: TEST_ACCOUNT, clusterName: "main" })) {
      expect(runbook).toContain(`### ${notice.runbook}\n`);
    }
  });
});
