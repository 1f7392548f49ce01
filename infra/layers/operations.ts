import {
  bucketReplicationAlarms,
  cacheAlarms,
  cdnAlarms,
  databaseAlarms,
  deadLetterAlarms,
  firewallAlarms,
  loadBalancerAlarms,
  LogErrorAlarm,
  MetricAlarms,
  type MetricAlarmsArgs,
  queueAlarms,
  serviceAlarms,
} from "@platform/components/alarms";
import { REPLICATION_RULE_ID } from "@platform/components/bucket";
import type { StackConfig } from "../config";
import type { Data } from "./data";
import type { Edge } from "./edge";
import type { Foundation } from "./foundation";
import type { Ingress } from "./ingress";
import type { Services } from "./services";

/** The alarms of everything that the stack has, each with a link to its runbook. */
export function operations(
  config: StackConfig,
  base: Foundation,
  store: Data,
  { balancer }: Ingress,
  apps: Services,
  front: Edge,
): void {
  const { site, cdn, firewall } = front;
  const watch = watcher(config, base, { topicArn: base.alarmTopic.topicArn });
  const watchEdge = watcher(config, base, { topicArn: site.alarmTopic.topicArn, region: site.region });

  watch("ingress", trafficAlarms(config, balancer, apps));
  watchServices(config, base, apps, watch);
  if (apps.scheduleGroup) {
    watch("schedules", deadLetterAlarms({ queueName: apps.scheduleGroup.deadLetterQueueName, of: "the schedules" }));
  }
  watchData(config, base, store, watch);
  if (cdn) watchEdge("cdn", cdnAlarms({ distributionId: cdn.distributionId }));
  if (firewall) {
    const region = cdn ? undefined : site.region;
    watchEdge("firewall", firewallAlarms({ webAclMetricName: base.names.prefix, region }));
  }
}

type Watch = (role: string, alarms: MetricAlarmsArgs["alarms"]) => MetricAlarms;

/** Makes alarm sets in one region, which tell that region's topic. */
function watcher(
  { alarms: { runbookUrl } }: StackConfig,
  { names, opts }: Foundation,
  place: Pick<MetricAlarmsArgs, "topicArn" | "region">,
): Watch {
  return (role, alarms) =>
    new MetricAlarms(`${role}-alarms`, { namePrefix: `${names.prefix}-${role}`, runbookUrl, alarms, ...place }, opts);
}

function trafficAlarms(
  { alarms }: StackConfig,
  balancer: Ingress["balancer"],
  apps: Services,
): MetricAlarmsArgs["alarms"] {
  const targetGroups = Object.entries(apps.web).map(([name, service]) => [name, service.targetGroupArnSuffix] as const);
  return loadBalancerAlarms({
    loadBalancerArnSuffix: balancer.arnSuffix,
    targetGroupArnSuffixes: Object.fromEntries(targetGroups),
    maxServerErrors: alarms.serverErrors,
    p95Seconds: alarms.p95Seconds,
  });
}

function watchServices(config: StackConfig, base: Foundation, apps: Services, watch: Watch): void {
  const { clusterName } = apps.cluster;
  for (const [name, { serviceName }] of Object.entries({ ...apps.web, ...apps.workers })) {
    const mayBeEmpty = config.services[name]?.scaling.min === 0;
    watch(name, serviceAlarms({ clusterName, serviceName, containerInsights: true, mayBeEmpty }));
  }
  for (const [name, { logGroupName }] of Object.entries(apps.web)) {
    new LogErrorAlarm(
      `${name}-log-alarms`,
      {
        namePrefix: `${base.names.prefix}-${name}`,
        logGroupName,
        topicArn: base.alarmTopic.topicArn,
        runbookUrl: config.alarms.runbookUrl,
      },
      base.opts,
    );
  }
}

function watchData(
  { database, cache, buckets, queues }: StackConfig,
  { names }: Foundation,
  store: Data,
  watch: Watch,
): void {
  if (database && store.database) {
    const { instanceIdentifier } = store.database;
    watch(
      "database",
      databaseAlarms({ instanceIdentifier, instanceClass: database.class, storageGib: database.storage }),
    );
  }
  if (cache && store.cache) {
    watch("cache", cacheAlarms({ memberClusterIds: store.cache.memberClusterIds, purpose: cache.purpose }));
  }
  for (const [name, { queueName, deadLetterQueueName }] of Object.entries(store.queues)) {
    const { maxAgeMinutes, maxDepth } = queues[name] as StackConfig["queues"][string];
    watch(`${name}-queue`, queueAlarms({ queueName, deadLetterQueueName, label: name, maxAgeMinutes, maxDepth }));
  }
  for (const [name, { replication }] of Object.entries(buckets)) {
    if (!replication?.timeControl) continue;
    const alarms = bucketReplicationAlarms({
      sourceBucket: names.bucket(name),
      destinationBucket: names.replicaBucket(name),
      ruleId: REPLICATION_RULE_ID,
    });
    watch(`${name}-replication`, alarms);
  }
}
