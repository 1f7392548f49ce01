import {
  cdnAlarms,
  certificateAlarms,
  deadLetterAlarms,
  dnsAlarms,
  firewallAlarms,
  loadBalancerAlarms,
  LogErrorAlarm,
  mailAlarms,
  modelAlarms,
  secretAlarms,
  serviceAlarms,
  UpstreamErrorAlarm,
} from "@platform/components/alarms";
import { EventNotices, repositoryNotices, serviceNotices } from "@platform/components/event-notices";
import type { WebService } from "@platform/components/web-service";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import { modelsUsed } from "../model-routes";
import type { Backup } from "./backup";
import type { Data } from "./data";
import { watchData } from "./data-alarms";
import type { Edge } from "./edge";
import { dnsMetricNamespace } from "./egress";
import type { Foundation } from "./foundation";
import type { Ingress } from "./ingress";
import { isWatched, secretMetricNamespace } from "./secret-care";
import type { Services } from "./services";
import { type Watch, watcher } from "./watch";

/** The alarms of a stack, for whoever shows their state. */
export interface Alarms {
  /** Names of those that ring when nobody is served. */
  outages: pulumi.Output<string>[];
  /** All of the stack's own region. */
  arns: pulumi.Output<string>[];
  /** Adds a set in the stack's own region. */
  watch: Watch;
}

/** The alarms of everything that the stack has, each with a link to its runbook. */
export function alarms(
  config: StackConfig,
  base: Foundation,
  store: Data,
  kept: Backup | undefined,
  entry: Ingress,
  apps: Services,
  front: Edge,
): Alarms {
  const arns: Alarms["arns"] = [];
  const watch = watcher(config, base, { topicArn: base.alarmTopic.topicArn }, arns);

  const outages = watchTraffic(config, entry, apps, watch);
  watchServices(config, base, apps, { watch, arns });
  watchData(config, base, store, kept, watch);
  if (apps.scheduleGroup) {
    const { deadLetterQueueName: queueName } = apps.scheduleGroup;
    watch("schedules", deadLetterAlarms({ queueName, of: "the schedules" }), at("schedules"));
  }
  watchModels(config, watch);
  if (isWatched(apps)) {
    watch("secrets", secretAlarms({ metricNamespace: secretMetricNamespace(base) }), at("secrets"));
  }
  if (config.egress) watch("egress", dnsAlarms({ metricNamespace: dnsMetricNamespace(base) }), at("egress"));
  if (config.mail) {
    watch("mail", mailAlarms({ configurationSetName: base.names.identifier("mail") }), at("mail"));
  }
  watchEdge(config, base, front, arns);
  return { outages, arns, watch };
}

/** Alarms of the load balancer; gives the names of those that mean that nobody is served. */
function watchTraffic(
  { alarms, economy }: StackConfig,
  { balancer, certificate }: Ingress,
  apps: Services,
  watch: Watch,
): Alarms["outages"] {
  const traffic = loadBalancerAlarms({
    loadBalancerArnSuffix: balancer.arnSuffix,
    targetGroupArnSuffixes: Object.fromEntries(
      Object.entries(apps.web).map(([name, service]) => [name, targetGroupsOf(service)]),
    ),
    maxServerErrors: alarms.serverErrors,
    p95Seconds: alarms.p95Seconds,
    mayBeEmpty: economy?.officeHours !== undefined,
  });
  const { certificateArn } = certificate;
  const { alarmNames } = watch(
    "ingress",
    [...traffic, ...certificateAlarms({ certificateArn, daysLeft: alarms.certificateDays })],
    at("alarms"),
  );
  return alarmNames.filter((_, index) => /^(gateway-errors$|no-healthy-)/.test(traffic[index]?.name ?? ""));
}

/** The groups between which the load balancer moves a service's requests. */
export function targetGroupsOf(service: WebService): pulumi.Output<string>[] {
  const { targetGroupArnSuffix, alternateTargetGroupArnSuffix: alternate } = service;
  return alternate ? [targetGroupArnSuffix, alternate] : [targetGroupArnSuffix];
}

function watchServices(
  { account, region, services, economy, alarms: limits }: StackConfig,
  { names, alarmTopic: { topicArn }, opts }: Foundation,
  { cluster, web, workers, internal, repositories }: Services,
  { watch, arns }: Pick<Alarms, "watch" | "arns">,
): void {
  const { runbookUrl, upstream } = limits;
  const { clusterName } = cluster;
  for (const [name, { serviceName, logGroupName }] of Object.entries({ ...web, ...workers, ...internal })) {
    watch(
      name,
      serviceAlarms({
        clusterName,
        serviceName,
        cpuPercent: limits.service.cpu,
        memoryPercent: limits.service.memory,
        containerInsights: true,
        mayBeEmpty: services[name]?.scaling.min === 0 || economy?.officeHours !== undefined,
      }),
      at("services", name),
    );
    const log = { namePrefix: `${names.prefix}-${name}`, logGroupName, topicArn, runbookUrl };
    // Others watch their log themselves: they have no other sign of a bad version.
    if (name in web) {
      const errors = new LogErrorAlarm(
        `${name}-log-alarms`,
        { ...log, maxErrors: limits.logErrors },
        declaredBy(opts, at("services", name)),
      );
      arns.push(...errors.alarmArns);
    }
    if (!upstream) continue;
    const { statusField, errors: maxErrors } = upstream;
    const calls = new UpstreamErrorAlarm(
      `${name}-upstream-alarms`,
      { ...log, statusField, maxErrors },
      declaredBy(opts, at("alarms", "upstream")),
    );
    arns.push(...calls.alarmArns);
  }
  const notices = serviceNotices({ region, account, clusterName });
  new EventNotices("service-notices", { topicArn, runbookUrl, notices }, declaredBy(opts, at("services")));
  const repositoryArns = Object.values(repositories).map(({ repositoryArn }) => repositoryArn);
  if (repositoryArns.length === 0) return;
  const ofImages = { topicArn, runbookUrl, notices: repositoryNotices({ repositoryArns }) };
  new EventNotices("image-notices", ofImages, declaredBy(opts, at("services")));
}

function watchModels(config: StackConfig, watch: Watch): void {
  const modelIds = modelsUsed(config);
  const { clientErrors: maxClientErrors, requestsPerMinute, tokensPerMinute } = config.models;
  if (modelIds.length === 0) return;
  watch("models", modelAlarms({ modelIds, maxClientErrors, requestsPerMinute, tokensPerMinute }), at("models"));
}

/** Alarms of the edge stand where its metrics are, which need not be the stack's own region. */
function watchEdge(config: StackConfig, base: Foundation, front: Edge, arns: Alarms["arns"]): void {
  const { site, cdn, firewall, certificate } = front;
  const { cdnServerErrors, blockedRequests, certificateDays } = config.alarms;
  const atHome = site.region === config.region;
  const watch = watcher(config, base, { topicArn: site.alarmTopic.topicArn, region: site.region }, atHome ? arns : []);

  if (cdn) {
    const { distributionId } = cdn;
    watch(
      "cdn",
      [
        ...cdnAlarms({ distributionId, serverErrorPercent: cdnServerErrors }),
        ...(certificate
          ? certificateAlarms({ certificateArn: certificate.certificateArn, daysLeft: certificateDays })
          : []),
      ],
      at("cdn"),
    );
  }
  if (firewall) {
    const region = cdn ? undefined : site.region;
    watch(
      "firewall",
      firewallAlarms({ webAclMetricName: base.names.prefix, region, maxBlocked: blockedRequests }),
      at("firewall"),
    );
  }
}
