import type { Subject } from "../../kernel/subject";
import { LOAD_BALANCER } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";

/** A kind of resource that alarms should watch, and how a metric's dimensions name it. */
export interface WatchedKind {
  /** The rule's parameter with its metrics. */
  parameter: string;
  types: readonly string[];
  /** Names of dimensions whose value is the resource. */
  dimensions: readonly string[];
  /** The property that carries that value. */
  identity: string;
  metrics: readonly string[];
}

export const WATCHED: readonly WatchedKind[] = [
  {
    parameter: "loadBalancer",
    types: LOAD_BALANCER,
    dimensions: ["LoadBalancer"],
    identity: "arnSuffix",
    metrics: ["HTTPCode_ELB_5XX_Count", "HTTPCode_Target_5XX_Count", "UnHealthyHostCount|HealthyHostCount"],
  },
  {
    parameter: "service",
    types: ["aws:ecs/service:Service"],
    dimensions: ["ServiceName"],
    identity: "name",
    metrics: ["CPUUtilization|CpuUtilized", "MemoryUtilization|MemoryUtilized"],
  },
  {
    parameter: "database",
    types: ["aws:rds/instance:Instance"],
    dimensions: ["DBInstanceIdentifier"],
    identity: "identifier",
    metrics: ["CPUUtilization", "FreeableMemory", "FreeStorageSpace", "DatabaseConnections"],
  },
  {
    parameter: "cache",
    types: ["aws:elasticache/replicationGroup:ReplicationGroup"],
    dimensions: ["CacheClusterId", "ReplicationGroupId"],
    identity: "replicationGroupId",
    metrics: ["EngineCPUUtilization|CPUUtilization", "DatabaseMemoryUsagePercentage|FreeableMemory", "Evictions"],
  },
];

/** The metrics that an alarm looks at, by name. */
export function metricsOf({ props }: Subject): string[] {
  const queries = queriesOf(props).map((query) => query.at("metric.metricName"));
  return [props.at("metricName"), ...queries].flatMap((name) => name.string() ?? []);
}

/** Whether an alarm's dimensions name the resource; `unclear` where their values are not known. */
export function isWatching(alarm: Subject, resource: Subject, kind: WatchedKind): boolean | "unclear" {
  const sources = ["dimensions", "metricQueries"].flatMap((property) => alarm.references[property] ?? []);
  if (sources.includes(resource.urn)) return true;
  const maps = [alarm.props.at("dimensions"), ...queriesOf(alarm.props).map((query) => query.at("metric.dimensions"))];
  if (maps.some((map) => map.isUnknown())) return "unclear";
  const values = maps.flatMap((map) => kind.dimensions.map((name) => map.at(name))).filter((value) => value.isSet());
  const identity = resource.props.at(kind.identity);
  const isUnclear = values.length > 0 && [identity, ...values].some((value) => value.isUnknown());
  if (isUnclear) return sources.length > 0 ? false : "unclear";
  const name = identity.string();
  // The nodes of a cache are named after it.
  return (
    name !== undefined && values.some((value) => value.string() === name || value.string()?.startsWith(`${name}-`))
  );
}

const queriesOf = (alarm: Value): Value[] => alarm.at("metricQueries").list();
