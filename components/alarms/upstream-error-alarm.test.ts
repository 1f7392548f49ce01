import { declare } from "../testing/declared";
import { UpstreamErrorAlarm } from ".";

const args = {
  namePrefix: "shop-prod-web",
  logGroupName: "/shop-prod/web",
  statusField: "upstream.status",
  topicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
  runbookUrl: "https://example.com/runbook",
};

describe("UpstreamErrorAlarm", () => {
  it("counts lines whose status is 400 or more, and rings above 10 in 5 minutes, twice", async () => {
    const declared = await declare(() => {
      new UpstreamErrorAlarm("web-upstream", args);
    });

    const filter = declared.one("aws:cloudwatch/logMetricFilter:LogMetricFilter", "web-upstream-filter");
    expect(filter.parentName).toBe("web-upstream");
    expect(filter.inputs).toEqual({
      logGroupName: "/shop-prod/web",
      pattern: "{ $.upstream.status >= 400 }",
      metricTransformation: {
        namespace: "shop-prod-web/logs",
        name: "UpstreamErrors",
        value: "1",
        defaultValue: "0",
        unit: "Count",
      },
    });
    const alarm = declared.one("aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(alarm.inputs).toMatchObject({
      name: "shop-prod-web-upstream-errors",
      namespace: "shop-prod-web/logs",
      metricName: "UpstreamErrors",
      statistic: "Sum",
      threshold: 10,
      period: 300,
      evaluationPeriods: 2,
      alarmActions: [args.topicArn],
    });
    expect(alarm.inputs.alarmDescription).toContain("https://example.com/runbook#upstream-errors");
  });

  it("bears as many failures as it is told to", async () => {
    const declared = await declare(() => {
      new UpstreamErrorAlarm("web-upstream", { ...args, maxErrors: 3 });
    });

    expect(declared.one("aws:cloudwatch/metricAlarm:MetricAlarm").inputs.threshold).toBe(3);
  });

  it.each(["upstream status", "upstream.", "a }", ""])(
    "refuses the field %p before anything is created",
    async (field) => {
      const declared = await declare(() => {
        expect(() => new UpstreamErrorAlarm("web-upstream", { ...args, statusField: field })).toThrow(
          `web-upstream: statusField must be a name, or names joined by dots, got "${field}"`,
        );
      });

      expect(declared.all("aws:cloudwatch/logMetricFilter:LogMetricFilter")).toEqual([]);
    },
  );
});
