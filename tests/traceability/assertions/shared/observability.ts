import type { GoldenManifest } from "../../../manifest";

const ARN_OF_KEY = /^arn:aws:kms:[a-z0-9-]+:123456789012:key\/[0-9a-f-]{36}$/;

/** What the network keeps of who spoke with whom, and that its default group speaks with nobody. */
export function expectRecords(stack: GoldenManifest, logGroup: string, region = "us-east-1"): void {
  const { trafficType, logDestination } = stack.inputs("aws:ec2/flowLog:FlowLog");
  expect([trafficType, logDestination]).toEqual(["ALL", `arn:aws:logs:${region}:123456789012:log-group:${logGroup}`]);
  const { ingress, egress } = stack.inputs("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
  expect([ingress, egress]).toEqual([[], []]);
}

export function expectLogs(stack: GoldenManifest, days: number): void {
  for (const { name, inputs } of stack.all("aws:cloudwatch/logGroup:LogGroup")) {
    expect([name, inputs["retentionInDays"]]).toEqual([name, days]);
    expect(inputs["kmsKeyId"]).toMatch(ARN_OF_KEY);
  }
}

/** The alarms by name, each by its metric, what it compares with, its seconds and how often; the topic is told. */
export function expectAlarms(
  stack: GoldenManifest,
  alarms: Record<string, [metric: string, comparison: ">" | "<", threshold: number, seconds: number, times: number]>,
): void {
  const comparisons = { GreaterThanThreshold: ">", LessThanThreshold: "<" };
  for (const [name, asked] of Object.entries(alarms)) {
    const alarm = stack.inputs("aws:cloudwatch/metricAlarm:MetricAlarm", name);
    const comparison = comparisons[alarm.comparisonOperator as keyof typeof comparisons];
    expect([name, alarm.metricName, comparison, alarm.threshold, alarm.period, alarm.evaluationPeriods]).toEqual([
      name,
      ...asked,
    ]);
    expect(alarm.alarmActions).toEqual([expect.stringMatching(/^arn:aws:sns:[a-z0-9-]+:123456789012:[a-z-]*alarms-/)]);
  }
}

/** What the dashboard shows, by its metrics. */
export function expectDashboard(stack: GoldenManifest, name: string, metrics: [namespace: string, name: string][]) {
  const { dashboardBody } = stack.inputs("aws:cloudwatch/dashboard:Dashboard", name);
  const shown: unknown[][] = JSON.parse(dashboardBody).widgets.flatMap(
    ({ properties }: { properties: { metrics?: unknown[][] } }) => properties.metrics ?? [],
  );
  const names = shown.map(([namespace, metric]) => `${String(namespace)} ${String(metric)}`);
  expect(names).toEqual(expect.arrayContaining(metrics.map((metric) => metric.join(" "))));
}

/** The alarm topic: encrypted with a key of the stack's own, and it tells this address. */
export function expectTopic(stack: GoldenManifest, { region, email }: { region: string; email: string }): void {
  expect(stack.inputs("aws:sns/topic:Topic", "alarms").kmsMasterKeyId).toMatch(ARN_OF_KEY);
  const { endpoint, protocol, topic } = stack.inputs("aws:sns/topicSubscription:TopicSubscription", `alarms-${email}`);
  expect([endpoint, protocol]).toEqual([email, "email"]);
  expect(topic).toMatch(new RegExp(`^arn:aws:sns:${region}:123456789012:alarms-`));
}
