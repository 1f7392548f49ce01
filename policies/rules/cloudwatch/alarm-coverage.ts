import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Parameter, Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import { LOAD_BALANCER } from "../../kernel/tokens";
import { UnknownValue } from "../../kernel/unknown";
import { isWatching, metricsOf, WATCHED } from "./watched-resources";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const [BALANCER = ""] = LOAD_BALANCER;
const balancer: CaseResource = { type: BALANCER, name: "ingress", props: { arnSuffix: "app/ingress/1" } };
const database: CaseResource = { type: "aws:rds/instance:Instance", name: "orders", props: { identifier: "orders" } };
const cache: CaseResource = {
  type: "aws:elasticache/replicationGroup:ReplicationGroup",
  name: "cache",
  props: { replicationGroupId: "shop" },
};
const service: CaseResource = { type: "aws:ecs/service:Service", name: "web", props: { name: "web" } };
const alarm = (metricName: string, dimensions: unknown, refers: CaseResource["refers"] = {}): CaseResource => ({
  type: ALARM,
  name: metricName,
  props: { metricName, dimensions },
  refers,
});
const one: Properties = { loadBalancer: ["Errors"], database: ["CPU"], cache: ["CPU"], service: ["CPU|CpuUsed"] };

export const alarmCoverage: Rule = {
  id: "alarm-coverage",
  title: "Load balancers, services, databases and caches have alarms on what usually goes wrong",
  severity: "medium",
  controls: { nist: ["SI-4", "CA-7"] },
  why: "A full disk or a service that answers with errors is noticed by customers first.",
  fix: "Declare an aws.cloudwatch.MetricAlarm on the metric with the resource in its dimensions.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html",
  types: WATCHED.flatMap(({ types }) => types),
  parameters: Object.fromEntries(
    WATCHED.map(({ parameter, metrics }): [string, Parameter] => [
      parameter,
      {
        type: "array",
        items: { type: "string" },
        default: metrics,
        description: `Metrics of a ${parameter} that need an alarm each; | stands between those of which one is enough.`,
      },
    ]),
  ),
  checkStack({ subject, stack, params, each, violated }) {
    const kind = WATCHED.find(({ types }) => types.includes(subject.type));
    if (!kind || isLayer4(subject)) return;
    const alarms = stack.ofTypes([ALARM]);
    each<string>(params[kind.parameter], (metric) => {
      const names = metric.split("|");
      const candidates = alarms.filter((candidate) => metricsOf(candidate).some((name) => names.includes(name)));
      const answers = candidates.map((candidate) => isWatching(candidate, subject, kind));
      if (answers.includes(true)) return;
      if (answers.includes("unclear")) throw new UnknownValue("dimensions of an alarm");
      violated(kind.identity, `an alarm on ${names.join(" or ")}`, "none in the stack", metric);
    });
  },
  cases: {
    stack: [
      goodStack("by name", [balancer, alarm("Errors", { LoadBalancer: "app/ingress/1" })], one),
      goodStack(
        "by reference",
        [database, alarm("CPU", { DBInstanceIdentifier: UNKNOWN }, { dimensions: "orders" })],
        one,
      ),
      goodStack(
        "a node of a cache, by the other metric's name",
        [cache, alarm("CPU", { CacheClusterId: "shop-001" })],
        one,
      ),
      goodStack(
        "in an expression",
        [
          service,
          {
            ...alarm("x", undefined),
            props: {
              metricQueries: [
                { expression: "a/b" },
                { metric: { metricName: "CpuUsed", dimensions: { ServiceName: "web" } } },
              ],
            },
          },
        ],
        one,
      ),
      goodStack("a network load balancer", [{ ...balancer, props: { loadBalancerType: "network" } }], one),
      goodStack("nothing demanded", [database], { database: [] }),
      badStack("no alarm", [service], "name", one),
      badStack("all of AWS's usual ones missing", [database], Array<string>(4).fill("identifier")),
      badStack(
        "another metric",
        [cache, alarm("Evictions", { CacheClusterId: "shop-001" })],
        "replicationGroupId",
        one,
      ),
      badStack("another resource", [balancer, alarm("Errors", { LoadBalancer: "app/other/2" })], "arnSuffix", one),
      badStack(
        "another resource, by reference",
        [
          balancer,
          { ...balancer, name: "other", props: { loadBalancerType: "network" } },
          alarm("Errors", { LoadBalancer: UNKNOWN }, { dimensions: "other" }),
        ],
        "arnSuffix",
        one,
      ),
      unknownStack("dimension not known", [balancer, alarm("Errors", { LoadBalancer: UNKNOWN })], "dimensions", one),
      unknownStack("dimensions not known", [balancer, alarm("Errors", UNKNOWN)], "dimensions", one),
      unknownStack(
        "name not known",
        [{ ...database, props: { identifier: UNKNOWN } }, alarm("CPU", { DBInstanceIdentifier: "orders" })],
        "dimensions",
        one,
      ),
    ],
  },
};

/** Network and gateway load balancers have other metrics. */
function isLayer4({ props }: Subject): boolean {
  return ["network", "gateway"].includes(props.at("loadBalancerType").string() ?? "");
}
