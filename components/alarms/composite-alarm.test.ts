import * as pulumi from "@pulumi/pulumi";
import { declare } from "../testing/declared";
import { CompositeAlarm } from ".";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const args = {
  alarmName: "shop-prod-application-down",
  description: "The application is down.",
  anyOf: ["shop-prod-no-healthy-web", pulumi.output("shop-prod-canary-failed")],
  topicArn: TOPIC,
  runbookUrl: "https://example.com/runbook",
  runbook: "application-down",
};

describe("CompositeAlarm", () => {
  it("rings when any of its alarms does, and tells of the end as well", async () => {
    const declared = await declare(() => {
      new CompositeAlarm("application-down", args);
    });

    const alarm = declared.one("aws:cloudwatch/compositeAlarm:CompositeAlarm", "application-down");
    expect(alarm.parentName).toBe("application-down");
    expect(alarm.inputs).toEqual({
      alarmName: "shop-prod-application-down",
      alarmDescription: "The application is down. Runbook: https://example.com/runbook#application-down",
      alarmRule: 'ALARM("shop-prod-no-healthy-web") OR ALARM("shop-prod-canary-failed")',
      alarmActions: [TOPIC],
      okActions: [TOPIC],
    });
  });

  it("refuses to watch nothing", async () => {
    await declare(() => {
      expect(() => new CompositeAlarm("application-down", { ...args, anyOf: [] })).toThrow(
        "application-down: anyOf must name at least one alarm",
      );
    });
  });
});
