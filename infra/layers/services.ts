import { bucketGrant } from "@platform/components/bucket";
import { Cluster } from "@platform/components/cluster";
import type { PolicyStatement } from "@platform/components/iam";
import type { Network } from "@platform/components/network";
import { Connection } from "@platform/components/security-group";
import { WebService } from "@platform/components/web-service";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceConfig, StackConfig } from "../config";
import { type ImageReference, serviceImage } from "../service-image";
import { routePriorities } from "../route-priority";
import { containerEnvironment } from "../container-environment";
import type { Data } from "./data";
import type { Foundation } from "./foundation";
import type { Ingress } from "./ingress";

export interface Services {
  cluster: Cluster;
  web: { [name: string]: WebService };
  /** Address of the image repository of each service that has one of its own. */
  repositories: { [name: string]: pulumi.Output<string> };
}

/** What the services of a stack share. */
interface Surroundings {
  config: StackConfig;
  base: Foundation;
  net: Network;
  store: Data;
  balancer: Ingress["balancer"];
  cluster: Cluster;
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
  const surroundings = { config, base, net, store, balancer, cluster };
  const priorities = routePriorities(config.services);
  const web: Services["web"] = {};
  const repositories: Services["repositories"] = {};
  for (const [name, settings] of Object.entries(config.services)) {
    const image = serviceImage(name, settings, config, base);
    if (image.repository) repositories[name] = image.repository.repositoryUrl;
    const service = webService(name, settings, image, priorities[name] as number, surroundings);
    connect(name, settings, service, surroundings);
    web[name] = service;
  }
  return { cluster, web, repositories };
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
    opts,
  );
}

function webService(
  name: string,
  settings: ServiceConfig,
  { image, repository }: ImageReference,
  priority: number,
  { config, base, net, store, balancer, cluster }: Surroundings,
): WebService {
  const { names, keys, opts, alarmTopic } = base;
  return new WebService(
    name,
    {
      account: config.account,
      region: config.region,
      namePrefix: names.prefix,
      cluster: { arn: cluster.clusterArn, name: cluster.clusterName },
      vpcId: net.vpcId,
      subnetIds: net.taskSubnetIds,
      image,
      repositoryArn: repository?.repositoryArn,
      command: settings.command,
      size: settings.size,
      architecture: settings.architecture,
      port: settings.port,
      ...containerEnvironment(settings, config, base, store),
      statements: grants(settings, base, store),
      route: {
        listenerArn: balancer.httpsListenerArn,
        priority,
        paths: settings.paths,
        hosts: settings.hosts,
        stickinessSeconds: settings.stickiness,
      },
      health: {
        path: settings.health.path,
        gracePeriodSeconds: settings.health.gracePeriod,
        intervalSeconds: settings.health.interval,
        timeoutSeconds: settings.health.timeout,
        healthyThreshold: settings.health.healthyThreshold,
        unhealthyThreshold: settings.health.unhealthyThreshold,
        statusCodes: settings.health.statusCodes,
      },
      scaling: {
        min: settings.scaling.min,
        max: settings.scaling.max,
        cpuPercent: settings.scaling.cpu,
        memoryPercent: settings.scaling.memory,
        requestsPerTarget: settings.scaling.requestsPerTarget,
      },
      loadBalancerArnSuffix: balancer.arnSuffix,
      deployment: settings.deployment,
      user: settings.user,
      readonlyRootFilesystem: settings.readonlyRootFilesystem,
      writablePaths: settings.writablePaths,
      exec: settings.exec ? { logGroupName: names.logGroup("exec"), kmsKeyArn: keys.logs.keyArn } : undefined,
      stopTimeoutSeconds: settings.stopTimeout,
      spotShare: settings.spotShare,
      log: { groupName: names.logGroup(name), retentionDays: config.logs.retentionDays, kmsKeyArn: keys.logs.keyArn },
      rollbackAlarms: {
        alarmTopicArn: alarmTopic.topicArn,
        runbookUrl: config.alarms.runbookUrl,
        maxServerErrors: config.alarms.serverErrors,
        p95Seconds: config.alarms.p95Seconds,
      },
    },
    opts,
  );
}

/** What the task's own role may do: exactly the buckets that it uses. */
function grants({ uses }: ServiceConfig, { keys }: Foundation, { buckets }: Data): PolicyStatement[] {
  return Object.entries(uses.buckets).flatMap(([name, access]) => {
    const bucket = buckets[name];
    return bucket ? bucketGrant(access, bucket.arn, keys.data.keyArn) : [];
  });
}

/** One connection for each edge; what is not used is not reachable. */
function connect(name: string, { port, uses }: ServiceConfig, service: WebService, surroundings: Surroundings): void {
  const { net, balancer } = surroundings;
  const { opts } = surroundings.base;
  const { database, cache } = surroundings.store;
  const self = { label: name, securityGroupId: service.securityGroupId };
  const ingress = { label: "load balancer", securityGroupId: balancer.securityGroupId };
  new Connection(`ingress-${name}`, { from: ingress, to: self, port }, opts);
  if (uses.database && database) {
    const to = { label: "database", securityGroupId: database.securityGroupId };
    new Connection(`${name}-database`, { from: self, to, port: database.port }, opts);
  }
  if (uses.cache && cache) {
    const to = { label: "cache", securityGroupId: cache.securityGroupId };
    new Connection(`${name}-cache`, { from: self, to, port: cache.port }, opts);
  }
  if (net.endpointSecurityGroupId) {
    const to = { label: "AWS endpoints", securityGroupId: net.endpointSecurityGroupId };
    new Connection(`${name}-endpoints`, { from: self, to, port: 443 }, opts);
  }
}
