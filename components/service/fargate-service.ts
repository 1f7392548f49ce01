import * as ecs from "@pulumi/aws/ecs";
import type * as pulumi from "@pulumi/pulumi";
import type { DeploymentArgs, ServiceArgs } from "./service-args";

export interface ServiceParts {
  definition: ecs.TaskDefinition;
  securityGroupId: pulumi.Input<string>;
  /** Alarms that end a deployment and bring the former version back. */
  rollbackAlarmNames: pulumi.Input<string>[];
  /** What must be there before the first task starts. */
  before: pulumi.Resource[];
  /** How a load balancer reaches the tasks; left out where none does. */
  listening?: Pick<ecs.ServiceArgs, "loadBalancers" | "healthCheckGracePeriodSeconds">;
}

/** The ECS service: where its tasks run, and how one version follows another. */
export function fargateService(
  name: string,
  args: ServiceArgs,
  parts: ServiceParts,
  parent: pulumi.Resource,
): ecs.Service {
  return new ecs.Service(
    name,
    {
      cluster: args.cluster.arn,
      taskDefinition: parts.definition.arn,
      platformVersion: "LATEST",
      capacityProviderStrategies: capacity(args),
      desiredCount: args.scaling.min,
      networkConfiguration: {
        subnets: args.subnetIds,
        securityGroups: [parts.securityGroupId],
        assignPublicIp: false,
      },
      ...parts.listening,
      ...deployment(args.deployment ?? { minimumHealthyPercent: 100, maximumPercent: 200 }),
      alarms: { enable: true, rollback: true, alarmNames: parts.rollbackAlarmNames },
      enableExecuteCommand: args.exec !== undefined,
      enableEcsManagedTags: true,
      // Tasks carry it too: costs are told apart by it, and a task's right to protect itself is held to it.
      tags: { service: serviceTag(name, args) },
      propagateTags: "SERVICE",
    },
    {
      parent,
      dependsOn: parts.before,
      // Scaling moves the number of tasks; the figure above is only the first one.
      ignoreChanges: ["desiredCount"],
    },
  );
}

/** What tells a service's tasks from all others of the account. */
export const serviceTag = (name: string, { namePrefix }: Pick<ServiceArgs, "namePrefix">): string =>
  `${namePrefix}-${name}`;

/** The least number of tasks always runs on demand; Spot has its share of those above it. */
function capacity({ spotShare = 0, scaling }: ServiceArgs): ecs.ServiceArgs["capacityProviderStrategies"] {
  if (spotShare === 0) return [{ capacityProvider: "FARGATE", base: 0, weight: 1 }];
  return [
    { capacityProvider: "FARGATE", base: scaling.min, weight: 100 - spotShare },
    { capacityProvider: "FARGATE_SPOT", base: 0, weight: spotShare },
  ];
}

function deployment({ minimumHealthyPercent, maximumPercent }: DeploymentArgs): ecs.ServiceArgs {
  return {
    deploymentMinimumHealthyPercent: minimumHealthyPercent,
    deploymentMaximumPercent: maximumPercent,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    // Moving a task to another zone starts the new one first, for which there must be room.
    availabilityZoneRebalancing: maximumPercent > 100 ? "ENABLED" : "DISABLED",
    // Without this a change of the Spot share would replace the service.
    forceNewDeployment: true,
    // The stack is up when the new version serves, and an interrupted deployment goes back.
    waitForSteadyState: true,
    sigintRollback: true,
  };
}
