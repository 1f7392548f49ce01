import { GoldenManifest } from "./manifest";

// What dashboards claim to show, held against the stacks that they belong to.

const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
/** Dimension values that name no resource. */
const CONSTANT: { [dimension: string]: string } = { Region: "Global", Rule: "ALL" };

interface MetricWidget {
  type: string;
  properties: { region: string; metrics: [string, string, ...(string | object)[]][] };
}

const widgetsOf = (stack: GoldenManifest): MetricWidget[] =>
  stack
    .all(DASHBOARD)
    .flatMap(({ inputs }) => (JSON.parse(String(inputs["dashboardBody"])) as { widgets: MetricWidget[] }).widgets)
    .filter(({ type }) => type === "metric");

/** The dimensions of a metric as pairs of name and value. */
function dimensionsOf([, , ...rest]: MetricWidget["properties"]["metrics"][number]): [string, string][] {
  const texts = rest.filter((part) => typeof part === "string");
  return texts.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, texts[index + 1] ?? ""]] : []));
}

const APPLICATION = ["application-dashboard", "infrastructure-dashboard"];

describe.each([
  ["prod", APPLICATION],
  ["staging", APPLICATION],
  ["prod-recovery", APPLICATION],
  ["booking-prod", APPLICATION],
  ["insightshop-prod", ["bedrock-dashboard", ...APPLICATION]],
  ["ai-prism-prod", ["bedrock-dashboard", ...APPLICATION]],
])("the dashboards of %s", (name, dashboards) => {
  const stack = new GoldenManifest(name);
  const others = JSON.stringify(
    stack.resources.filter(({ type }) => !/^aws:cloudwatch\/(dashboard|metricAlarm)/.test(type)),
  );
  const metrics = widgetsOf(stack).flatMap(({ properties }) => properties.metrics);

  it("show the application, what it stands on, and the models that it asks", () => {
    expect(stack.names(DASHBOARD).sort()).toEqual([...dashboards].sort());
    expect(metrics.length).toBeGreaterThan(30);
  });

  it("name resources of the stack in every dimension", () => {
    const foreign = metrics.flatMap(dimensionsOf).filter(([dimension, value]) => {
      // A node of a replication group is the group's name and a number.
      const known = dimension === "CacheClusterId" ? value.replace(/-\d{3}$/, "") : value;
      return CONSTANT[dimension] !== value && !others.includes(known);
    });
    expect(foreign).toEqual([]);
  });
});

it("dev has no dashboard, which would cost without anybody to look at it", () => {
  expect(new GoldenManifest("dev").all(DASHBOARD)).toEqual([]);
});
