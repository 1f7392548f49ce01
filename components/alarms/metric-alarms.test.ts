import { declare } from "../testing/declared";
import { type AlarmDefinition, MetricAlarms } from ".";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";

const latency: AlarmDefinition = {
  name: "latency",
  description: "Requests are slow.",
  metric: {
    namespace: "AWS/ApplicationELB",
    name: "TargetResponseTime",
    dimensions: { LoadBalancer: "app/web/1" },
    statistic: "p95",
  },
  comparison: "above",
  threshold: 2,
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: "notBreaching",
  runbook: "latency",
};

const args = { namePrefix: "pm-prod", topicArn: TOPIC, runbookUrl: "https://example.com/runbook", alarms: [latency] };

const only = async (alarm: AlarmDefinition) => {
  const declared = await declare(() => {
    new MetricAlarms("web", { ...args, alarms: [alarm] });
  });
  return declared.one("aws:cloudwatch/metricAlarm:MetricAlarm");
};

describe("MetricAlarms", () => {
  it("tells the topic of the alarm and of its end, and people what to read", async () => {
    const alarm = await only(latency);

    expect(alarm.name).toBe("web-latency");
    expect(alarm.parentName).toBe("web");
    expect(alarm.inputs).toEqual({
      name: "pm-prod-latency",
      alarmDescription: "Requests are slow. Runbook: https://example.com/runbook#latency",
      namespace: "AWS/ApplicationELB",
      metricName: "TargetResponseTime",
      dimensions: { LoadBalancer: "app/web/1" },
      extendedStatistic: "p95",
      evaluateLowSampleCountPercentiles: "ignore",
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 2,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      treatMissingData: "notBreaching",
      alarmActions: [TOPIC],
      okActions: [TOPIC],
    });
  });

  it("gives a plain statistic as such, and wants every period to be bad unless told otherwise", async () => {
    const alarm = await only({
      ...latency,
      metric: { namespace: "AWS/RDS", name: "FreeStorageSpace", dimensions: {}, statistic: "Average" },
      comparison: "below",
      datapointsToAlarm: undefined,
    });

    expect(alarm.inputs.statistic).toBe("Average");
    expect(alarm.inputs).not.toHaveProperty("extendedStatistic");
    expect(alarm.inputs.comparisonOperator).toBe("LessThanThreshold");
    expect(alarm.inputs.datapointsToAlarm).toBe(5);
  });

  it("computes an expression from its metrics, of which only the result counts", async () => {
    const count = (name: string) =>
      ({ namespace: "ECS/ContainerInsights", name, dimensions: { ServiceName: "api" }, statistic: "Average" }) as const;
    const alarm = await only({
      ...latency,
      metric: {
        expression: "desired - running",
        label: "Missing tasks",
        metrics: { desired: count("DesiredTaskCount"), running: count("RunningTaskCount") },
      },
    });

    const source = (id: string, metricName: string) => ({
      id,
      metric: {
        namespace: "ECS/ContainerInsights",
        metricName,
        dimensions: { ServiceName: "api" },
        stat: "Average",
        period: 60,
      },
      returnData: false,
    });
    expect(alarm.inputs.metricQueries).toEqual([
      { id: "result", expression: "desired - running", label: "Missing tasks", returnData: true },
      source("desired", "DesiredTaskCount"),
      source("running", "RunningTaskCount"),
    ]);
    // CloudWatch refuses an alarm that has both.
    expect(alarm.inputs).not.toHaveProperty("period");
    expect(alarm.inputs).not.toHaveProperty("metricName");
  });

  it("stands in the region of its metrics", async () => {
    const declared = await declare(() => {
      new MetricAlarms("cdn", { ...args, region: "eu-west-1" });
    });

    expect(declared.one("aws:cloudwatch/metricAlarm:MetricAlarm").outputs.arn).toBe(
      "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:pm-prod-latency",
    );
  });

  it("refuses two alarms of one name", async () => {
    await declare(() => {
      expect(() => new MetricAlarms("web", { ...args, alarms: [latency, latency] })).toThrow(
        "web: alarms has two definitions named latency",
      );
    });
  });
});
