import { Cluster } from "@platform/components/cluster";
import type { Network } from "@platform/components/network";
import { Connection } from "@platform/components/security-group";
import { WebService } from "@platform/components/web-service";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceConfig, StackConfig } from "../config";
import { routePriorities } from "../route-priority";
import { type ImageReference, serviceImage } from "../service-image";
import { taskArgs } from "../task-args";
import { grantOf, type Surroundings } from "../uses";
import { connect } from "../uses/connect";
import type { Grant } from "../uses/grant";
import type { Data } from "./data";
import type { Foundation } from "./foundation";
import type { Ingress } from "./ingress";

export interface Services {
  cluster: Cluster;
  web: { [name: string]: WebService };
  /** Address of the image repository of each service that has one of its own. */
  repositories: { [name: string]: pulumi.Output<string> };
  /** Services with the secrets that their tasks read when they start. */
  secretReaders: { [name: string]: { serviceArn: pulumi.Output<string>; secretArns: pulumi.Input<string>[] } };
}

/** What runs services, beside what they use. */
interface Hosting extends Surroundings {
  cluster: Cluster;
  balancer: Ingress["balancer"];
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
  const hosting = { config, base, net, store, cluster, balancer };
  const priorities = routePriorities(config.services);
  const web: Services["web"] = {};
  const repositories: Services["repositories"] = {};
  const secretReaders: Services["secretReaders"] = {};
  for (const [name, settings] of Object.entries(config.services)) {
    const image = serviceImage(name, settings, config, base);
    if (image.repository) repositories[name] = image.repository.repositoryUrl;
    const grant = grantOf(settings.uses, hosting);
    const service = webService(name, settings, image, grant, priorities[name] as number, hosting);
    admitLoadBalancer(name, settings.port, service, hosting);
    connect(name, service.securityGroupId, grant.connections, base.opts);
    web[name] = service;
    const secretArns = [...new Set(grant.secretSources.map(({ secretArn }) => secretArn))];
    secretReaders[name] = { serviceArn: service.serviceArn, secretArns };
  }
  return { cluster, web, repositories, secretReaders };
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
  image: ImageReference,
  grant: Required<Grant>,
  priority: number,
  hosting: Hosting,
): WebService {
  const { config, base, net, balancer, cluster } = hosting;
  return new WebService(
    name,
    {
      ...taskArgs(name, settings, image, grant, hosting),
      cluster: { arn: cluster.clusterArn, name: cluster.clusterName },
      subnetIds: net.taskSubnetIds,
      port: settings.port,
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
      spotShare: settings.spotShare,
      rollbackAlarms: {
        alarmTopicArn: base.alarmTopic.topicArn,
        runbookUrl: config.alarms.runbookUrl,
        maxServerErrors: config.alarms.serverErrors,
        p95Seconds: config.alarms.p95Seconds,
      },
    },
    base.opts,
  );
}

/** Only the load balancer reaches the tasks of a web service. */
function admitLoadBalancer(name: string, port: number, service: WebService, { balancer, base }: Hosting): void {
  new Connection(
    `ingress-${name}`,
    {
      from: { label: "load balancer", securityGroupId: balancer.securityGroupId },
      to: { label: name, securityGroupId: service.securityGroupId },
      port,
    },
    base.opts,
  );
}
