import type * as pulumi from "@pulumi/pulumi";
import type { AlarmStatistic, MetricStatistic } from "../alarms";
import { alarmWidgets, type MetricWidget, type Series, type Widget } from "./widget";

/** A service as the load balancer's metrics name it, and the count of its errors. */
export interface ObservedWebService {
  /** `targetgroup/<name>/<id>`; two where versions take turns. */
  targetGroupArnSuffixes: pulumi.Input<string>[];
  errorLines: MetricStatistic;
}

export interface ApplicationWidgetsArgs {
  /** `app/<name>/<id>` */
  loadBalancerArnSuffix: pulumi.Input<string>;
  services: { [name: string]: ObservedWebService };
  alarmArns: pulumi.Input<string>[];
  cdn?: { distributionId: pulumi.Input<string>; region: string };
  firewall?: { webAclMetricName: string; region: string; regional: boolean };
}

/** What users see: requests, answers, waiting, health, and what the edge lets through. */
export function applicationWidgets(args: ApplicationWidgetsArgs): Widget[] {
  const LoadBalancer = args.loadBalancerArnSuffix;
  const balancer = (name: string, statistic: AlarmStatistic, label: string): Series => ({
    metric: { namespace: "AWS/ApplicationELB", name, dimensions: { LoadBalancer }, statistic },
    label,
  });
  const services = (name: string, statistic: AlarmStatistic): Series[] =>
    Object.entries(args.services).flatMap(([service, { targetGroupArnSuffixes }]) =>
      targetGroupArnSuffixes.map((TargetGroup, index) => ({
        metric: { namespace: "AWS/ApplicationELB", name, dimensions: { LoadBalancer, TargetGroup }, statistic },
        label: index === 0 ? service : `${service}, alternate`,
      })),
    );

  const graphs = [
    graph("Requests", services("RequestCount", "Sum"), { stacked: true }),
    graph("Answers", [
      balancer("HTTPCode_Target_2XX_Count", "Sum", "2xx"),
      balancer("HTTPCode_Target_3XX_Count", "Sum", "3xx"),
      balancer("HTTPCode_Target_4XX_Count", "Sum", "4xx"),
      balancer("HTTPCode_Target_5XX_Count", "Sum", "5xx"),
      balancer("HTTPCode_ELB_5XX_Count", "Sum", "5xx of the load balancer"),
    ]),
    graph("5xx of each service", services("HTTPCode_Target_5XX_Count", "Sum")),
    graph(
      "Seconds to answer",
      [
        balancer("TargetResponseTime", "Average", "average"),
        balancer("TargetResponseTime", "p50", "p50"),
        balancer("TargetResponseTime", "p95", "p95"),
        balancer("TargetResponseTime", "p99", "p99"),
      ],
      { unit: "seconds" },
    ),
    graph("Seconds to answer, p95 of each service", services("TargetResponseTime", "p95"), { unit: "seconds" }),
    graph("Healthy tasks", services("HealthyHostCount", "Maximum")),
    graph("Unhealthy tasks", services("UnHealthyHostCount", "Maximum")),
    graph("Lines with ERROR", errorLines(args)),
    ...edgeWidgets(args),
  ];
  // A stack of workers alone has no graph by service.
  return [...alarmWidgets("Alarms", args.alarmArns), ...graphs.filter(({ series }) => series.length > 0)];
}

const errorLines = ({ services }: ApplicationWidgetsArgs): Series[] =>
  Object.entries(services).map(([label, { errorLines: metric }]) => ({ metric, label }));

function edgeWidgets({ cdn, firewall }: ApplicationWidgetsArgs): MetricWidget[] {
  const ofCdn = (
    { distributionId }: NonNullable<typeof cdn>,
    name: string,
    label: string,
    statistic: AlarmStatistic,
  ) => ({
    metric: {
      namespace: "AWS/CloudFront",
      name,
      dimensions: { DistributionId: distributionId, Region: "Global" },
      statistic,
    },
    label,
  });
  const ofFirewall = (
    { webAclMetricName, regional, region }: NonNullable<typeof firewall>,
    name: string,
    label: string,
  ) => ({
    metric: {
      namespace: "AWS/WAFV2",
      name,
      dimensions: { WebACL: webAclMetricName, Rule: "ALL", ...(regional && { Region: region }) },
      statistic: "Sum" as const,
    },
    label,
  });
  return [
    ...(cdn
      ? [
          graph("CloudFront: requests", [ofCdn(cdn, "Requests", "requests", "Sum")], { region: cdn.region }),
          graph(
            "CloudFront: errors",
            [ofCdn(cdn, "4xxErrorRate", "4xx", "Average"), ofCdn(cdn, "5xxErrorRate", "5xx", "Average")],
            { region: cdn.region, unit: "%" },
          ),
        ]
      : []),
    ...(firewall
      ? [
          graph(
            "Firewall",
            [ofFirewall(firewall, "AllowedRequests", "allowed"), ofFirewall(firewall, "BlockedRequests", "blocked")],
            { region: firewall.region },
          ),
        ]
      : []),
  ];
}

const graph = (title: string, series: Series[], more: Partial<MetricWidget> = {}): MetricWidget => ({
  kind: "metrics",
  title,
  series,
  ...more,
});
