import * as appautoscaling from "@pulumi/aws/appautoscaling";
import type * as ecs from "@pulumi/aws/ecs";
import type { input } from "@pulumi/aws/types";
import * as pulumi from "@pulumi/pulumi";
import type { MetricExpression, MetricStatistic } from "../alarms";
import type { OfficeHours } from "../office-hours";
import { type BacklogArgs, backlogPerTask } from "./backlog";
import { keepOfficeHours } from "./office-hours";
import { wakeUp } from "./wake-up";

/** How many tasks run, and what moves their number. At least one target is needed where `max` is above `min`. */
export interface ScalingArgs {
  min: number;
  max: number;
  /** Average CPU use to hold, in percent. */
  cpuPercent?: number;
  /** Average memory use to hold, in percent. */
  memoryPercent?: number;
  /** Requests per task and minute to hold. */
  requestsPerTarget?: number;
  /** Waiting work per task to hold. */
  backlog?: BacklogArgs;
  /** When the service runs at all. Default: always. */
  officeHours?: OfficeHours;
}

interface ScaledArgs {
  /** What the names of alarms begin with, before the service's own name. */
  namePrefix: string;
  cluster: { name: pulumi.Input<string> };
  scaling: ScalingArgs;
}

type TargetTracking = input.appautoscaling.PolicyTargetTrackingScalingPolicyConfiguration;

/** What target tracking looks at. */
type TrackedMetric = Pick<TargetTracking, "predefinedMetricSpecification" | "customizedMetricSpecification">;

interface Target {
  role: string;
  value: number | undefined;
  metric: TrackedMetric | undefined;
}

/** Tasks are added within a minute and taken away slowly, so that a lull between two peaks costs no capacity. */
const COOLDOWN = { scaleOutCooldown: 60, scaleInCooldown: 300 };

/**
 * Lets the number of tasks follow its targets; where there are several, the one that wants most tasks wins.
 *
 * @param requests requests per task and minute; left out for a service without listener.
 */
export function scaleService(
  name: string,
  args: ScaledArgs,
  service: ecs.Service,
  parent: pulumi.Resource,
  requests?: TrackedMetric,
): void {
  const { namePrefix, cluster, scaling } = args;
  const target = new appautoscaling.Target(
    `${name}-scaling`,
    {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
      minCapacity: scaling.min,
      maxCapacity: scaling.max,
    },
    { parent },
  );
  const identity = { clusterName: cluster.name, serviceName: service.name };
  for (const { role, value, metric } of targetsOf(scaling, identity, requests)) {
    if (value === undefined) continue;
    new appautoscaling.Policy(
      `${name}-scale-on-${role}`,
      {
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: { ...metric, targetValue: value, ...COOLDOWN },
      },
      { parent },
    );
  }
  if (scaling.officeHours) keepOfficeHours(name, scaling.officeHours, scaling, target, parent);
  if (scaling.backlog && scaling.min === 0) {
    const alarmName = `${namePrefix}-${name}-wake-up`;
    wakeUp(name, { alarmName, backlog: scaling.backlog, ...identity }, target, parent);
  }
}

interface ServiceIdentity {
  clusterName: pulumi.Input<string>;
  serviceName: pulumi.Input<string>;
}

function targetsOf(
  scaling: ScalingArgs,
  { clusterName, serviceName }: ServiceIdentity,
  requests: TrackedMetric | undefined,
): Target[] {
  const { backlog } = scaling;
  const predefined = (predefinedMetricType: string): TrackedMetric => ({
    predefinedMetricSpecification: { predefinedMetricType },
  });
  return [
    { role: "cpu", value: scaling.cpuPercent, metric: predefined("ECSServiceAverageCPUUtilization") },
    { role: "memory", value: scaling.memoryPercent, metric: predefined("ECSServiceAverageMemoryUtilization") },
    { role: "requests", value: scaling.requestsPerTarget, metric: requests },
    ...(backlog
      ? [
          {
            role: "backlog",
            value: backlog.perTask,
            metric: computed(backlogPerTask(backlog, { ClusterName: clusterName, ServiceName: serviceName })),
          },
        ]
      : []),
  ];
}

/**
 * Requests per task and minute, over one target group or over the two between which requests move. Target tracking's own
 * metric knows one group, and would lose sight of the tasks at every second deployment; the sum follows them, since an
 * idle group has no requests
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html).
 */
export function requestsMetric(
  loadBalancerArnSuffix: pulumi.Input<string>,
  [first = "", ...others]: pulumi.Input<string>[],
): TrackedMetric {
  if (others.length === 0) {
    const resourceLabel = pulumi.interpolate`${loadBalancerArnSuffix}/${first}`;
    return { predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel } };
  }
  const groups = [first, ...others].map((targetGroup, index): [string, MetricStatistic] => [
    `group${index}`,
    {
      namespace: "AWS/ApplicationELB",
      name: "RequestCountPerTarget",
      dimensions: { LoadBalancer: loadBalancerArnSuffix, TargetGroup: targetGroup },
      statistic: "Sum",
    },
  ]);
  return computed({
    expression: groups.map(([id]) => `FILL(${id}, 0)`).join(" + "),
    label: "Requests per task",
    metrics: Object.fromEntries(groups),
  });
}

/** A figure computed from several metrics, as target tracking asks for it. */
function computed({ expression, label, metrics }: MetricExpression): TrackedMetric {
  const sources = Object.entries(metrics).map(([id, { namespace, name, dimensions, statistic }]) => ({
    id,
    metricStat: {
      metric: {
        namespace,
        metricName: name,
        dimensions: Object.entries(dimensions).map(([key, value]) => ({ name: key, value })),
      },
      stat: statistic,
    },
    returnData: false,
  }));
  return {
    customizedMetricSpecification: { metrics: [...sources, { id: "result", expression, label, returnData: true }] },
  };
}
