import * as appautoscaling from "@pulumi/aws/appautoscaling";
import type * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";

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
}

interface ScaledArgs {
  cluster: { name: pulumi.Input<string> };
  scaling: ScalingArgs;
}

interface Metric {
  role: string;
  target: number | undefined;
  predefinedMetricType: string;
  resourceLabel?: pulumi.Input<string>;
}

/** Tasks are added within a minute and taken away slowly, so that a lull between two peaks costs no capacity. */
const COOLDOWN = { scaleOutCooldown: 60, scaleInCooldown: 300 };

/**
 * Lets the number of tasks follow its targets; where there are several, the one that wants most tasks wins.
 *
 * @param requestsLabel `<load balancer>/<target group>` as metrics name them; left out for a service without listener.
 */
export function scaleService(
  name: string,
  { cluster, scaling }: ScaledArgs,
  service: ecs.Service,
  parent: pulumi.Resource,
  requestsLabel?: pulumi.Input<string>,
): void {
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
  for (const { role, target: targetValue, ...metric } of metricsOf(scaling, requestsLabel)) {
    if (targetValue === undefined) continue;
    new appautoscaling.Policy(
      `${name}-scale-on-${role}`,
      {
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: metric,
          targetValue,
          ...COOLDOWN,
        },
      },
      { parent },
    );
  }
}

function metricsOf(scaling: ScalingArgs, requestsLabel: pulumi.Input<string> | undefined): Metric[] {
  return [
    { role: "cpu", target: scaling.cpuPercent, predefinedMetricType: "ECSServiceAverageCPUUtilization" },
    { role: "memory", target: scaling.memoryPercent, predefinedMetricType: "ECSServiceAverageMemoryUtilization" },
    {
      role: "requests",
      target: scaling.requestsPerTarget,
      predefinedMetricType: "ALBRequestCountPerTarget",
      resourceLabel: requestsLabel,
    },
  ];
}
