import { Cluster } from "@platform/components/cluster";
import type { Network } from "@platform/components/network";
import { ScheduleGroup } from "@platform/components/schedule-group";
import type { WebService } from "@platform/components/web-service";
import type { Worker } from "@platform/components/worker";
import type * as pulumi from "@pulumi/pulumi";
import { type ServiceConfig, servicesOf, type StackConfig } from "../../config";
import { routePriorities } from "../../route-priority";
import { serviceImage } from "../../service-image";
import { grantOf, type Surroundings } from "../../uses";
import { connect } from "../../uses/connect";
import type { Data } from "../data";
import type { Foundation } from "../foundation";
import type { Ingress } from "../ingress";
import type { Hosting, ServicePlan } from "./hosting";
import { migrations } from "./migrations";
import { followedLists, redisLists } from "./redis-lists";
import { scheduledTask } from "./schedules";
import { testRoutes } from "./test-routes";
import { webService } from "./web";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { worker } from "./worker";

export interface Services {
  cluster: Cluster;
  web: { [name: string]: WebService };
  workers: { [name: string]: Worker };
  /** What the schedules of the stack stand in; absent where it has none. */
  scheduleGroup: ScheduleGroup | undefined;
  /** Address of the image repository of each service that has one of its own. */
  repositories: { [name: string]: pulumi.Output<string> };
  /** Services with the secrets that their tasks read when they start. */
  secretReaders: { [name: string]: { serviceArn: pulumi.Output<string>; secretArns: pulumi.Input<string>[] } };
}

/** One ECS cluster with a service for each entry of the stack file, and one connection for each thing it uses. */
export function services(
  config: StackConfig,
  base: Foundation,
  net: Network,
  store: Data,
  { balancer }: Ingress,
): Services {
  const cluster = ecsCluster(config, base);
  const surroundings = { config, base, net, store };
  const plans = Object.entries(config.services).map(([name, settings]) => planOf(name, settings, surroundings));
  const hosting: Hosting = {
    ...surroundings,
    cluster,
    balancer,
    migrated: migrations(plans, cluster.clusterArn, surroundings),
  };
  const priorities = routePriorities(servicesOf("web", config.services));
  const tests = testRoutes(servicesOf("web", config.services), priorities, balancer);
  const web: Services["web"] = {};
  const workers: Services["workers"] = {};
  const secretReaders: Services["secretReaders"] = {};
  for (const plan of plans) {
    const { name, settings, grant } = plan;
    const { port } = settings;
    const service =
      port === undefined
        ? (workers[name] = worker(plan, hosting))
        : (web[name] = webService(plan, port, { priority: priorities[name] as number, test: tests[name] }, hosting));
    connect(name, service.securityGroupId, grant.connections, declaredBy(base.opts, at("services", name, "uses")));
    const secretArns = [...new Set(grant.secretSources.map(({ secretArn }) => secretArn))];
    secretReaders[name] = { serviceArn: service.serviceArn, secretArns };
  }
  const scheduleGroup = schedules(plans, hosting);
  return { cluster, web, workers, scheduleGroup, repositories: repositoriesOf(plans), secretReaders };
}

function ecsCluster({ logs, profile }: StackConfig, { names, keys, opts }: Foundation): Cluster {
  return new Cluster(
    "cluster",
    {
      logGroupName: names.logGroup("exec"),
      logRetentionDays: logs.retentionDays,
      kmsKeyArn: keys.logs.keyArn,
      containerInsights: profile === "production" ? "enhanced" : "enabled",
    },
    declaredBy(opts, at("services")),
  );
}

function planOf(name: string, settings: ServiceConfig, surroundings: Surroundings): ServicePlan {
  const { config, base } = surroundings;
  return {
    name,
    settings,
    image: serviceImage(name, settings, config, base),
    grant: grantOf(settings.uses, surroundings),
  };
}

/** What runs by the clock: scheduled tasks, and what measures the lists that workers follow. */
function schedules(plans: ServicePlan[], hosting: Hosting): ScheduleGroup | undefined {
  const { config, base } = hosting;
  const tasks = Object.entries(config.schedules);
  if (tasks.length === 0 && followedLists(config).length === 0) return undefined;
  const group = new ScheduleGroup(
    "schedules",
    { namePrefix: base.names.prefix, kmsKeyArn: base.keys.data.keyArn },
    declaredBy(base.opts, at("schedules")),
  );
  for (const [name, schedule] of tasks) {
    const plan = plans.find((candidate) => candidate.name === schedule.service);
    if (plan) scheduledTask(name, schedule, plan, group, hosting);
  }
  redisLists(group, hosting);
  return group;
}

function repositoriesOf(plans: ServicePlan[]): Services["repositories"] {
  return Object.fromEntries(
    plans.flatMap(({ name, image }) => (image.repository ? [[name, image.repository.repositoryUrl]] : [])),
  );
}
