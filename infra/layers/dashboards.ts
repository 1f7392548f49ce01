import { errorLines } from "@platform/components/alarms";
import {
  applicationWidgets,
  bedrockWidgets,
  Dashboard,
  infrastructureWidgets,
  type Widget,
} from "@platform/components/dashboard";
import type { Network } from "@platform/components/network";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import { modelsUsed } from "../model-routes";
import { targetGroupsOf } from "./alarms";
import type { Data } from "./data";
import type { Edge } from "./edge";
import type { Foundation } from "./foundation";
import type { Ingress } from "./ingress";
import type { Services } from "./services";

/** What dashboards show. */
export interface Observed {
  net: Network;
  store: Data;
  entry: Ingress;
  apps: Services;
  front: Edge;
  alarmArns: pulumi.Input<string>[];
}

/** The dashboards that the stack file asks for: what users see, what it stands on, and its models. */
export function dashboards(config: StackConfig, { names, opts }: Foundation, observed: Observed): void {
  const { application, infrastructure, models } = config.dashboards;
  const modelIds = modelsUsed(config);
  const dashboard = (role: string, widgets: Widget[]) =>
    new Dashboard(
      `${role}-dashboard`,
      { dashboardName: `${names.prefix}-${role}`, region: config.region, widgets },
      declaredBy(opts, at("dashboards")),
    );
  if (application) dashboard("application", applicationWidgets(applicationOf(names.prefix, observed)));
  if (infrastructure) dashboard("infrastructure", infrastructureWidgets(infrastructureOf(observed)));
  if (models && modelIds.length > 0) dashboard("bedrock", bedrockWidgets(modelIds));
}

function applicationOf(
  prefix: string,
  { entry, apps, front, alarmArns }: Observed,
): Parameters<typeof applicationWidgets>[0] {
  const { cdn, firewall, site } = front;
  return {
    loadBalancerArnSuffix: entry.balancer.arnSuffix,
    services: mapValues(apps.web, (service, name) => ({
      targetGroupArnSuffixes: targetGroupsOf(service),
      errorLines: errorLines(`${prefix}-${name}`),
    })),
    alarmArns,
    cdn: cdn && { distributionId: cdn.distributionId, region: site.region },
    firewall: firewall && { webAclMetricName: prefix, region: site.region, regional: cdn === undefined },
  };
}

function infrastructureOf({ net, store, apps }: Observed): Parameters<typeof infrastructureWidgets>[0] {
  return {
    clusterName: apps.cluster.clusterName,
    services: mapValues({ ...apps.web, ...apps.workers, ...apps.internal }, ({ serviceName }) => serviceName),
    databaseIdentifier: store.database?.instance.instanceIdentifier,
    cacheNodeIds: store.cache?.memberClusterIds ?? [],
    natGatewayIds: net.natGatewayIds,
    queueNames: mapValues(store.queues, ({ queueName }) => queueName),
  };
}

function mapValues<From, To>(
  record: { [key: string]: From },
  map: (value: From, key: string) => To,
): { [key: string]: To } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
