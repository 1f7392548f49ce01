import { channel } from "node:diagnostics_channel";
import type { StackConfig } from "./config";
import type { KeyPath } from "./config/key-path";
import { EDGE_REGION } from "./layers/edge-site";
import { logicalName } from "./names";

/** A resource at the top of the stack and what the stack file says to it. What is below it has the same cause. */
export interface ComponentKey {
  /** Type token. */
  type: string;
  /** Logical name. */
  name: string;
  /** Keys that it comes from, the most telling first; a file need not have them all. */
  keys: KeyPath[];
}

/**
 * Publishes {@link componentKeys} to whoever runs the program and listens, as the preview does; under `pulumi up` nobody
 * does. Findings can so be shown at the key that caused them: docs/decisions/030-findings-at-their-key.md.
 */
export const publishComponentKeys = (config: StackConfig): void =>
  channel("platform:component-keys").publish(componentKeys(config));

/** From which key of the stack file each component at the top comes. */
export function componentKeys(config: StackConfig): ComponentKey[] {
  return [
    { type: "pulumi:providers:aws", name: "aws", keys: [["aws:region"]] },
    ...foundationKeys(),
    component("Network", "network", ["platform:network"]),
    ...dataKeys(config),
    component("Certificate", "certificate", ["platform:domain"]),
    component("LoadBalancer", "ingress", ["platform:loadBalancer"], ["platform:domain"]),
    component("MetricAlarms", "ingress-alarms", ["platform:alarms"]),
    component("Cluster", "cluster", ["platform:services"]),
    ...Object.keys(config.services).flatMap((name) => serviceKeys(name, config)),
    ...edgeKeys(config),
  ];
}

/** What every stack has is as its profile wants it, where no section of its own says more. */
const component = (type: string, name: string, ...keys: KeyPath[]): ComponentKey => ({
  type: `platform:index:${type}`,
  name,
  keys: [...keys, ["platform:profile"]],
});

const foundationKeys = (): ComponentKey[] => [
  component("EncryptionKey", "data-key"),
  component("EncryptionKey", "secrets-key"),
  component("EncryptionKey", "logs-key", ["platform:logs"]),
  component("EncryptionKey", "alarms-key", ["platform:alarms"]),
  component("AccessLogBucket", "access-logs"),
  component("AlarmTopic", "alarms", ["platform:alarms"]),
];

function dataKeys({ database, cache, buckets, secrets }: StackConfig): ComponentKey[] {
  return [
    ...(database ? [component("PostgresDatabase", "database", ["platform:database"])] : []),
    ...(database ? [component("MetricAlarms", "database-alarms", ["platform:database"])] : []),
    ...(cache ? [component("Cache", "cache", ["platform:cache"])] : []),
    ...(cache ? [component("MetricAlarms", "cache-alarms", ["platform:cache"])] : []),
    ...Object.keys(buckets).map((name) => component("Bucket", name, ["platform:buckets", name])),
    ...replicationKeys(buckets),
    ...Object.keys(secrets).map((name) => component("Secret", logicalName(name), ["platform:secrets", name])),
  ];
}

function replicationKeys(buckets: StackConfig["buckets"]): ComponentKey[] {
  const seen = new Set<string>();
  return Object.entries(buckets).flatMap(([name, { replication }]) => {
    if (!replication) return [];
    const key: KeyPath = ["platform:buckets", name, "replication"];
    const isFirstOfRegion = !seen.has(replication.region);
    seen.add(replication.region);
    return [
      ...(isFirstOfRegion ? [component("EncryptionKey", `replica-${replication.region}-key`, key)] : []),
      ...(isFirstOfRegion ? [component("AccessLogBucket", `replica-${replication.region}-access-logs`, key)] : []),
      ...(replication.timeControl ? [component("MetricAlarms", `${name}-replication-alarms`, key)] : []),
    ];
  });
}

function serviceKeys(name: string, { services, database, cache, network }: StackConfig): ComponentKey[] {
  const { image, build, uses } = services[name] as StackConfig["services"][string];
  const service: KeyPath = ["platform:services", name];
  const hasOwnRepository = image?.repository === undefined;
  return [
    component("WebService", name, service),
    component("MetricAlarms", `${name}-alarms`, service),
    component("LogErrorAlarm", `${name}-log-alarms`, service),
    component("Connection", `ingress-${name}`, service),
    ...(hasOwnRepository
      ? [component("Repository", `${name}-repository`, [...service, build ? "build" : "image"])]
      : []),
    ...(hasOwnRepository && build ? [component("ServiceImage", `${name}-image`, [...service, "build"])] : []),
    ...(uses.database && database
      ? [component("Connection", `${name}-database`, [...service, "uses", "database"])]
      : []),
    ...(uses.cache && cache ? [component("Connection", `${name}-cache`, [...service, "uses", "cache"])] : []),
    ...(network.interfaceEndpoints ? [component("Connection", `${name}-endpoints`, ["platform:network"])] : []),
  ];
}

function edgeKeys({ region, domain, cdn, firewall }: StackConfig): ComponentKey[] {
  const isAway = cdn !== undefined && region !== EDGE_REGION;
  const alternatives = domain.alternativeNames.map((name, index) =>
    component("AliasRecord", name, ["platform:domain", "alternativeNames", index]),
  );
  return [
    component("AliasRecord", domain.name, ["platform:domain", "name"]),
    ...alternatives,
    ...(firewall ? [component("WebFirewall", "firewall", ["platform:firewall"])] : []),
    ...(firewall ? [component("MetricAlarms", "firewall-alarms", ["platform:firewall"])] : []),
    ...(firewall && !cdn ? [component("WebAclAssociation", "firewall-association", ["platform:firewall"])] : []),
    ...(cdn ? [component("Cdn", "cdn", ["platform:cdn"])] : []),
    ...(cdn ? [component("MetricAlarms", "cdn-alarms", ["platform:cdn"])] : []),
    ...(isAway ? [component("EncryptionKey", "edge-key", ["platform:cdn"])] : []),
    ...(isAway ? [component("AlarmTopic", "edge-alarms", ["platform:alarms"])] : []),
    ...(isAway ? [component("Certificate", "edge-certificate", ["platform:domain"])] : []),
  ];
}
