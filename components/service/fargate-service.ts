import { createHash } from "node:crypto";
import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { DeploymentCheck } from "../operations";
import type { RollingDeploymentArgs, ServiceArgs } from "./service-args";

export interface ServiceParts {
  definition: ecs.TaskDefinition;
  securityGroupId: pulumi.Input<string>;
  /** Alarms that end a deployment and bring the former version back. */
  rollbackAlarmNames: pulumi.Input<string>[];
  /** What must be there before the first task starts. */
  before: pulumi.Resource[];
  /** How a load balancer, or a name in the private DNS, leads to the tasks; left out where nothing does. */
  listening?: Pick<
    ecs.ServiceArgs,
    "loadBalancers" | "healthCheckGracePeriodSeconds" | "deploymentConfiguration" | "serviceRegistries"
  >;
  /** Minutes that a deployment takes beside starting and stopping tasks: bake times, pauses. Default 0. */
  shiftMinutes?: number;
}

/** Minutes that starting and stopping the tasks of one deployment may take; the AWS provider's own limit. */
const ROLLOUT_MINUTES = 20;

/**
 * The ECS service: where its tasks run, and how one version follows another. The update fails unless the version that
 * was asked for runs at the end.
 */
export function fargateService(
  name: string,
  args: ServiceArgs,
  parts: ServiceParts,
  parent: pulumi.Resource,
): ecs.Service {
  const { shiftMinutes = 0 } = parts;
  const minutes = `${ROLLOUT_MINUTES + shiftMinutes}m`;
  const settings = serviceSettings(name, args, parts);
  const service = new ecs.Service(name, settings, {
    parent,
    dependsOn: [...parts.before, ...(args.after ?? [])],
    // Scaling moves the number of tasks; the figure above is only the first one.
    ignoreChanges: ["desiredCount"],
    ...(shiftMinutes > 0 && { customTimeouts: { create: minutes, update: minutes } }),
  });
  new DeploymentCheck(
    `${name}-deployment`,
    {
      region: args.region,
      clusterArn: args.cluster.arn,
      serviceName: service.name,
      taskDefinitionArn: parts.definition.arn,
      settings: digest(settings),
      timeoutMinutes: ROLLOUT_MINUTES + shiftMinutes,
    },
    { parent, dependsOn: [service] },
  );
  return service;
}

/** What tells a service's tasks from all others of the account. */
export const serviceTag = (name: string, { namePrefix }: Pick<ServiceArgs, "namePrefix">): string =>
  `${namePrefix}-${name}`;

function serviceSettings(name: string, args: ServiceArgs, parts: ServiceParts): ecs.ServiceArgs {
  return {
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
    // Said outright, since a strategy that is left out stays what it was.
    deploymentConfiguration: { strategy: "ROLLING" },
    ...parts.listening,
    ...rollout(args.deployment),
    alarms: { enable: true, rollback: true, alarmNames: parts.rollbackAlarmNames },
    enableExecuteCommand: args.exec !== undefined,
    enableEcsManagedTags: true,
    // Tasks carry it too: costs are told apart by it, and a task's right to protect itself is held to it.
    tags: { service: serviceTag(name, args) },
    propagateTags: "SERVICE",
  };
}

/** The least number of tasks always runs on demand; Spot has its share of those above it. */
function capacity({ spotShare = 0, spotOnly, scaling }: ServiceArgs): ecs.ServiceArgs["capacityProviderStrategies"] {
  if (spotOnly) return [{ capacityProvider: "FARGATE_SPOT", base: 0, weight: 1 }];
  if (spotShare === 0) return [{ capacityProvider: "FARGATE", base: 0, weight: 1 }];
  return [
    { capacityProvider: "FARGATE", base: scaling.min, weight: 100 - spotShare },
    { capacityProvider: "FARGATE_SPOT", base: 0, weight: spotShare },
  ];
}

function rollout({
  minimumHealthyPercent = 100,
  maximumPercent = 200,
}: RollingDeploymentArgs = {}): Partial<ecs.ServiceArgs> {
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

/** Every change of the service may deploy it anew, so that the check follows each. */
const digest = (settings: ecs.ServiceArgs): pulumi.Output<string> =>
  pulumi.jsonStringify(settings).apply((text) => createHash("sha256").update(text).digest("hex").slice(0, 16));
