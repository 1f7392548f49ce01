import * as pulumi from "@pulumi/pulumi";
import { declare } from "../testing/declared";
import { Dashboard, type MetricWidget } from ".";

const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";

const requests: MetricWidget = {
  kind: "metrics",
  title: "Requests",
  series: [
    {
      label: "web",
      metric: {
        namespace: "AWS/ApplicationELB",
        name: "RequestCount",
        dimensions: { LoadBalancer: pulumi.output("app/ingress/1"), TargetGroup: "targetgroup/web/1" },
        statistic: "Sum",
      },
    },
  ],
  unit: "requests",
};
const args = { dashboardName: "shop-prod-application", region: "eu-north-1", widgets: [requests] };

const bodyOf = async (widgets: typeof args.widgets) => {
  const declared = await declare(() => {
    new Dashboard("application", { ...args, widgets });
  });
  return JSON.parse(declared.one(DASHBOARD).inputs.dashboardBody);
};

describe("Dashboard", () => {
  it("writes a widget in CloudWatch's form, with values that AWS chooses in their place", async () => {
    const declared = await declare(() => {
      new Dashboard("application", args);
    });

    const dashboard = declared.one(DASHBOARD, "application");
    expect(dashboard.parentName).toBe("application");
    expect(dashboard.inputs.dashboardName).toBe("shop-prod-application");
    expect(JSON.parse(dashboard.inputs.dashboardBody)).toEqual({
      widgets: [
        {
          type: "metric",
          x: 0,
          y: 0,
          width: 8,
          height: 6,
          properties: {
            title: "Requests",
            region: "eu-north-1",
            view: "timeSeries",
            stacked: false,
            period: 300,
            metrics: [
              [
                "AWS/ApplicationELB",
                "RequestCount",
                "LoadBalancer",
                "app/ingress/1",
                "TargetGroup",
                "targetgroup/web/1",
                { label: "web", stat: "Sum" },
              ],
            ],
            yAxis: { left: { min: 0, label: "requests", showUnits: false } },
          },
        },
      ],
    });
  });

  it("reads each widget's metrics from the region where they are", async () => {
    const { widgets } = await bodyOf([requests, { ...requests, region: "us-east-1" }]);
    expect(widgets.map(({ properties }: { properties: { region: string } }) => properties.region)).toEqual([
      "eu-north-1",
      "us-east-1",
    ]);
  });

  it("never holds an output's own text", async () => {
    expect(JSON.stringify(await bodyOf([requests]))).not.toContain("Output<T>");
  });

  it.each([
    [{ widgets: [] }, "application: widgets must have at least one widget"],
    [
      { dashboardName: "shop prod" },
      'application: dashboardName must be letters, digits, hyphens and underscores, got "shop prod"',
    ],
  ])("refuses %j", async (wrong, message) => {
    await declare(() => {
      expect(() => new Dashboard("application", { ...args, ...wrong })).toThrow(message);
    });
  });
});
