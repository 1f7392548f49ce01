import fc from "fast-check";
import type { MetricStatistic } from "../alarms";
import { applicationWidgets, alarmWidgets, bedrockWidgets, infrastructureWidgets, type Widget } from ".";
import { dashboardBody } from "./dashboard-body";
import { COLUMNS } from "./layout";

const errorLines: MetricStatistic = { namespace: "web/logs", name: "ErrorLines", dimensions: {}, statistic: "Sum" };

const names = (least: number) => fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: least, maxLength: 6 });

const applications = fc
  .record({ services: names(0), alarms: fc.integer({ min: 0, max: 250 }), edge: fc.boolean() })
  .map(({ services, alarms, edge }) =>
    applicationWidgets({
      loadBalancerArnSuffix: "app/ingress/1",
      services: Object.fromEntries(
        services.map((name) => [
          name,
          { targetGroupArnSuffixes: [`targetgroup/${name}/1`, `targetgroup/${name}/2`], errorLines },
        ]),
      ),
      alarmArns: Array.from({ length: alarms }, (_, index) => `arn:alarm:${index}`),
      cdn: edge ? { distributionId: "E1", region: "us-east-1" } : undefined,
      firewall: edge ? { webAclMetricName: "shop", region: "us-east-1", regional: false } : undefined,
    }),
  );

const infrastructures = fc
  .record({ services: names(1), database: fc.boolean(), nodes: names(0), gateways: names(0), queues: names(0) })
  .map(({ services, database, nodes, gateways, queues }) =>
    infrastructureWidgets({
      clusterName: "main",
      services: Object.fromEntries(services.map((name) => [name, `${name}-1`])),
      databaseIdentifier: database ? "shop-database" : undefined,
      cacheNodeIds: nodes,
      natGatewayIds: gateways,
      queueNames: Object.fromEntries(queues.map((name) => [name, `${name}-queue`])),
    }),
  );

const dashboards: fc.Arbitrary<Widget[]> = fc.oneof(applications, infrastructures, names(1).map(bedrockWidgets));

describe("every dashboard", () => {
  it("lies inside the columns without an overlap, and has a graph for nothing that is not there", () => {
    fc.assert(
      fc.property(dashboards, (widgets) => {
        const { widgets: placed } = dashboardBody(widgets, "eu-north-1");
        for (const [index, widget] of placed.entries()) {
          expect(widget.x + widget.width).toBeLessThanOrEqual(COLUMNS);
          for (const other of placed.slice(index + 1)) {
            const apart = other.y >= widget.y + widget.height || other.x >= widget.x + widget.width;
            expect(apart).toBe(true);
          }
        }
        for (const widget of widgets) {
          if (widget.kind === "metrics") expect(widget.series.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("gives every line a label of its own within its graph", () => {
    fc.assert(
      fc.property(dashboards, (widgets) => {
        for (const widget of widgets) {
          if (widget.kind !== "metrics") continue;
          const labels = widget.series.map(({ label }) => label);
          expect(new Set(labels).size).toBe(labels.length);
        }
      }),
    );
  });
});

const lines = (widgets: Widget[]) =>
  widgets.flatMap((widget) =>
    widget.kind === "metrics"
      ? widget.series.map(({ metric, label }) => `${widget.title}: ${label} = ${metric.statistic} ${metric.name}`)
      : [],
  );

describe("applicationWidgets", () => {
  const web = applicationWidgets({
    loadBalancerArnSuffix: "app/ingress/1",
    services: { web: { targetGroupArnSuffixes: ["targetgroup/web/1"], errorLines } },
    alarmArns: ["arn:alarm"],
  });

  it("shows requests, answers by class, percentiles, health and log errors", () => {
    const shown = lines(web);
    expect(shown).toEqual(
      expect.arrayContaining([
        "Answers: 2xx = Sum HTTPCode_Target_2XX_Count",
        "Answers: 4xx = Sum HTTPCode_Target_4XX_Count",
        "Answers: 5xx = Sum HTTPCode_Target_5XX_Count",
        "Seconds to answer: average = Average TargetResponseTime",
        "Seconds to answer: p50 = p50 TargetResponseTime",
        "Seconds to answer: p95 = p95 TargetResponseTime",
        "Seconds to answer: p99 = p99 TargetResponseTime",
      ]),
    );
    for (const title of ["Requests", "Healthy tasks", "Unhealthy tasks", "Lines with ERROR"]) {
      expect(shown.some((line) => line.startsWith(`${title}: `))).toBe(true);
    }
  });

  it("names the region of a firewall before the load balancer, and none of CloudFront's", () => {
    const dimensions = (regional: boolean) =>
      applicationWidgets({
        loadBalancerArnSuffix: "app/ingress/1",
        services: {},
        alarmArns: [],
        firewall: { webAclMetricName: "shop", region: "eu-west-1", regional },
      }).flatMap((widget) =>
        widget.kind === "metrics" && widget.title === "Firewall" ? [widget.series[0]?.metric.dimensions] : [],
      );
    expect(dimensions(true)).toEqual([{ WebACL: "shop", Rule: "ALL", Region: "eu-west-1" }]);
    expect(dimensions(false)).toEqual([{ WebACL: "shop", Rule: "ALL" }]);
  });
});

describe("alarmWidgets", () => {
  it("shows every alarm once, at most a hundred to a widget", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 450 }), (count) => {
        const arns = Array.from({ length: count }, (_, index) => `arn:${index}`);
        const widgets = alarmWidgets("Alarms", arns);
        expect(widgets.flatMap(({ alarmArns }) => alarmArns)).toEqual(arns);
        for (const { alarmArns } of widgets) expect(alarmArns.length).toBeLessThanOrEqual(100);
        expect(new Set(widgets.map(({ title }) => title)).size).toBe(widgets.length);
      }),
    );
  });
});

describe("bedrockWidgets", () => {
  it("shows invocations, latency, errors, throttling and tokens of each model", () => {
    expect(lines(bedrockWidgets(["model-a"]))).toEqual([
      "Invocations: model-a = Sum Invocations",
      "Latency, average: model-a = Average InvocationLatency",
      "Latency, p95: model-a = p95 InvocationLatency",
      "Client errors: model-a = Sum InvocationClientErrors",
      "Server errors: model-a = Sum InvocationServerErrors",
      "Throttled invocations: model-a = Sum InvocationThrottles",
      "Tokens in: model-a = Sum InputTokenCount",
      "Tokens out: model-a = Sum OutputTokenCount",
    ]);
  });
});

describe("infrastructureWidgets", () => {
  it("shows a part only where the stack has it", () => {
    const titles = (more: Partial<Parameters<typeof infrastructureWidgets>[0]>) =>
      infrastructureWidgets({
        clusterName: "main",
        services: { web: "web-1" },
        cacheNodeIds: [],
        natGatewayIds: [],
        queueNames: {},
        ...more,
      }).map(({ title }) => title);
    const tasks = ["CPU of the services", "Memory of the services", "Tasks", "Network of the services"];
    expect(titles({})).toEqual(tasks);
    expect(titles({ databaseIdentifier: "db" })).toContain("Database: free storage");
    expect(titles({ cacheNodeIds: ["c-001"] })).toContain("Cache: memory");
    expect(titles({ natGatewayIds: ["nat-1"] })).toContain("NAT: what did not go through");
    expect(titles({ queueNames: { mail: "shop-mail" } })).toContain("Queues: messages that wait");
  });
});
