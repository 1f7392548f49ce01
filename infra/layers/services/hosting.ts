import type { Cluster } from "@platform/components/cluster";
import { waitingMessages } from "@platform/components/queue";
import { waitingEntries } from "@platform/components/redis-lists";
import type { BacklogArgs, ServiceArgs } from "@platform/components/service";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceConfig } from "../../config";
import type { ImageReference } from "../../service-image";
import { taskArgs } from "../../task-args";
import { grantOf, type Surroundings } from "../../uses";
import type { Grant } from "../../uses/grant";
import type { Ingress } from "../ingress";

/** What runs services, beside what they use. */
export interface Hosting extends Surroundings {
  cluster: Cluster;
  balancer: Ingress["balancer"];
  /** What must have succeeded before a service that uses the database changes. */
  migrated: pulumi.Resource[];
}

/** A service of the stack file with its image. */
export interface ServiceSource {
  name: string;
  settings: ServiceConfig;
  image: ImageReference;
}

/** A service with what it gets for what it uses. */
export interface ServicePlan extends ServiceSource {
  grant: Required<Grant>;
}

export const planOf = (source: ServiceSource, surroundings: Surroundings): ServicePlan => ({
  ...source,
  grant: grantOf(source.settings.uses, surroundings),
});

/** What the component of every kind of service is told. */
export function serviceArgs({ name, settings, image, grant }: ServicePlan, hosting: Hosting): ServiceArgs {
  const { config, cluster, net } = hosting;
  const { min, max, cpu, memory, requestsPerTarget, backlog } = settings.scaling;
  return {
    ...taskArgs(name, settings, image, grant, hosting),
    cluster: { arn: cluster.clusterArn, name: cluster.clusterName },
    subnetIds: net.taskSubnetIds,
    after: settings.uses.database ? hosting.migrated : [],
    scaling: {
      min,
      max,
      cpuPercent: cpu,
      memoryPercent: memory,
      requestsPerTarget,
      backlog: backlog && backlogArgs(backlog, hosting),
      officeHours: config.economy?.officeHours,
    },
    deployment: settings.deployment,
    spotShare: settings.spotShare,
    spotOnly: config.economy?.spotOnly,
  };
}

/** What waits for a worker, as its metric. */
function backlogArgs(
  { queue, redisList, perTask }: NonNullable<ServiceConfig["scaling"]["backlog"]>,
  { base: { names }, store: { queues } }: Hosting,
): BacklogArgs | undefined {
  if (redisList !== undefined) return { waiting: waitingEntries(names.prefix, redisList), perTask };
  const source = queue === undefined ? undefined : queues[queue];
  return source && { waiting: waitingMessages(source.queueName), perTask };
}
