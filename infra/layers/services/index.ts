import { Cluster } from "@platform/components/cluster";
import type { Network } from "@platform/components/network";
import type { Repository } from "@platform/components/repository";
import { ScheduleGroup } from "@platform/components/schedule-group";
import type { WebService } from "@platform/components/web-service";
import type { Worker } from "@platform/components/worker";
import type * as pulumi from "@pulumi/pulumi";
import { servicesOf, type StackConfig } from "../../config";
import { at } from "../../config/draft";
import { declaredBy } from "../../declared-by";
import { routePriorities } from "../../route-priority";
import { serviceImage } from "../../service-image";
import { connect } from "../../uses/connect";
import type { Data } from "../data";
import type { Foundation } from "../foundation";
import type { Ingress } from "../ingress";
import { databaseDump } from "./database-dump";
import { type Hosting, planOf, type ServicePlan, type ServiceSource } from "./hosting";
import { internalServices } from "./internal";
import { migrations } from "./migrations";
import { followedLists, redisLists } from "./redis-lists";
import { scheduledTask } from "./schedules";
import { testRoutes } from "./test-routes";
import { webService } from "./web";
import { worker } from "./worker";

export interface Services {
  cluster: Cluster;
  web: { [name: string]: WebService };
  workers: { [name: string]: Worker };
  internal: Hosting["internal"];
  /** What the schedules of the stack stand in; absent where it has none. */
  scheduleGroup: ScheduleGroup | undefined;
  /** The image repository of each service that has one of its own. */
  repositories: { [name: string]: Repository };
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
  const surroundings = { config, base, net, store, internal: {} };
  const images = imagesOf(config, base);
  const migrated = migrations(images, cluster.clusterArn, surroundings);
  const inner = internalServices(images, { ...surroundings, cluster, balancer, migrated });
  const internal = inner.services;
  const hosting: Hosting = { ...surroundings, internal, cluster, balancer, migrated };
  const outer = images.filter(({ name }) => !Object.hasOwn(internal, name)).map((image) => planOf(image, hosting));
  const plans = [...inner.plans, ...outer];
  const priorities = routePriorities(servicesOf("web", config.services));
  const tests = testRoutes(servicesOf("web", config.services), priorities, balancer);
  const web: Services["web"] = {};
  const workers: Services["workers"] = {};
  const secretReaders: Services["secretReaders"] = {};
  for (const plan of outer) {
    const { name, settings } = plan;
    const place = { priority: priorities[name] as number, test: tests[name] };
    if (settings.port === undefined) workers[name] = worker(plan, hosting);
    else web[name] = webService(plan, settings.port, place, hosting);
  }
  const all = { ...internal, ...web, ...workers };
  for (const { name, grant } of plans) {
    const { securityGroupId, serviceArn } = all[name] as (typeof all)[string];
    connect(name, securityGroupId, grant.connections, declaredBy(base.opts, at("services", name, "uses")));
    const secretArns = [...new Set(grant.secretSources.map(({ secretArn }) => secretArn))];
    secretReaders[name] = { serviceArn, secretArns };
  }
  const scheduleGroup = schedules(plans, hosting);
  return { cluster, internal, web, workers, scheduleGroup, repositories: repositoriesOf(images), secretReaders };
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

/** The image of each service, before anything is known of what it uses. */
function imagesOf(config: StackConfig, base: Foundation): ServiceSource[] {
  return Object.entries(config.services).map(([name, settings]) => ({
    name,
    settings,
    image: serviceImage(name, settings, config, base),
  }));
}

/** What runs by the clock: scheduled tasks, the dump of the database, and what measures the lists that workers follow. */
function schedules(plans: ServicePlan[], hosting: Hosting): ScheduleGroup | undefined {
  const { config, base } = hosting;
  if (!runsByTheClock(config)) return undefined;
  const group = new ScheduleGroup(
    "schedules",
    { namePrefix: base.names.prefix, kmsKeyArn: base.keys.data.keyArn },
    declaredBy(base.opts, at("schedules")),
  );
  for (const [name, schedule] of Object.entries(config.schedules)) {
    const plan = plans.find((candidate) => candidate.name === schedule.service);
    if (plan) scheduledTask(name, schedule, plan, group, hosting);
  }
  redisLists(group, hosting);
  databaseDump(group, hosting);
  return group;
}

/** Whether anything of the stack needs the group, the hours of its database and its end included. */
function runsByTheClock(config: StackConfig): boolean {
  const { schedules: tasks, database, economy } = config;
  return (
    Object.keys(tasks).length > 0 ||
    followedLists(config).length > 0 ||
    database?.dump !== undefined ||
    (database !== undefined && economy?.officeHours !== undefined) ||
    economy?.expiresAfterHours !== undefined
  );
}

function repositoriesOf(images: ServiceSource[]): Services["repositories"] {
  return Object.fromEntries(images.flatMap(({ name, image }) => (image.repository ? [[name, image.repository]] : [])));
}
