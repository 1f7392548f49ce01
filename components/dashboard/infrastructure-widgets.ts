import type * as pulumi from "@pulumi/pulumi";
import type { AlarmStatistic, MetricStatistic } from "../alarms";
import type { MetricWidget, Series } from "./widget";

export interface InfrastructureWidgetsArgs {
  clusterName: pulumi.Input<string>;
  /** Names of the ECS services, by the name that people know. */
  services: { [name: string]: pulumi.Input<string> };
  databaseIdentifier?: pulumi.Input<string>;
  /** Ids of the cache's nodes. */
  cacheNodeIds: string[];
  natGatewayIds: pulumi.Input<string>[];
  /** Names of SQS queues. */
  queueNames: { [name: string]: pulumi.Input<string> };
}

/** What the application stands on: tasks, database, cache, the way out and queues. */
export function infrastructureWidgets(args: InfrastructureWidgetsArgs): MetricWidget[] {
  return [
    ...taskWidgets(args),
    ...(args.databaseIdentifier === undefined ? [] : databaseWidgets(args.databaseIdentifier)),
    ...(args.cacheNodeIds.length > 0 ? cacheWidgets(args.cacheNodeIds) : []),
    ...(args.natGatewayIds.length > 0 ? natWidgets(args.natGatewayIds) : []),
    ...(Object.keys(args.queueNames).length > 0 ? queueWidgets(args.queueNames) : []),
  ];
}

/** What one graph of a resource shows: title, metrics with their labels, and what is counted. */
type GraphOf = [title: string, metrics: [name: string, statistic: AlarmStatistic, label: string][], unit?: string];

function taskWidgets({ clusterName: ClusterName, services }: InfrastructureWidgetsArgs): MetricWidget[] {
  const load: GraphOf[] = [
    ["CPU of the services", [["CPUUtilization", "Average", "CPU"]], "%"],
    ["Memory of the services", [["MemoryUtilization", "Average", "memory"]], "%"],
  ];
  const insights: GraphOf[] = [
    [
      "Tasks",
      [
        ["RunningTaskCount", "Average", "running"],
        ["DesiredTaskCount", "Average", "wanted"],
      ],
    ],
    [
      "Network of the services",
      [
        ["NetworkRxBytes", "Average", "in"],
        ["NetworkTxBytes", "Average", "out"],
      ],
      "bytes per second",
    ],
  ];
  return [
    ...load.map(graphsOf("AWS/ECS", "ServiceName", services, { ClusterName })),
    ...insights.map(graphsOf("ECS/ContainerInsights", "ServiceName", services, { ClusterName })),
  ];
}

function databaseWidgets(identifier: pulumi.Input<string>): MetricWidget[] {
  const graphs: GraphOf[] = [
    ["Database: CPU", [["CPUUtilization", "Average", "CPU"]], "%"],
    ["Database: connections", [["DatabaseConnections", "Maximum", "open"]]],
    ["Database: free storage", [["FreeStorageSpace", "Minimum", "free"]], "bytes"],
    ["Database: free memory", [["FreeableMemory", "Minimum", "free"]], "bytes"],
    [
      "Database: seconds of a disk operation",
      [
        ["ReadLatency", "Average", "read"],
        ["WriteLatency", "Average", "write"],
      ],
      "seconds",
    ],
    [
      "Database: network",
      [
        ["NetworkReceiveThroughput", "Average", "in"],
        ["NetworkTransmitThroughput", "Average", "out"],
      ],
      "bytes per second",
    ],
  ];
  return graphs.map(graphsOf("AWS/RDS", "DBInstanceIdentifier", { "": identifier }));
}

function cacheWidgets(nodeIds: string[]): MetricWidget[] {
  const nodes = Object.fromEntries(nodeIds.map((id) => [id, id]));
  const graphs: GraphOf[] = [
    [
      "Cache: CPU",
      [
        ["EngineCPUUtilization", "Average", "engine"],
        ["CPUUtilization", "Average", "host"],
      ],
      "%",
    ],
    ["Cache: memory", [["DatabaseMemoryUsagePercentage", "Average", "data"]], "%"],
    [
      "Cache: network",
      [
        ["NetworkBytesIn", "Sum", "in"],
        ["NetworkBytesOut", "Sum", "out"],
      ],
      "bytes",
    ],
    [
      "Cache: hits and evictions",
      [
        ["CacheHits", "Sum", "hits"],
        ["CacheMisses", "Sum", "misses"],
        ["Evictions", "Sum", "evictions"],
      ],
    ],
  ];
  return graphs.map(graphsOf("AWS/ElastiCache", "CacheClusterId", nodes));
}

function natWidgets(ids: pulumi.Input<string>[]): MetricWidget[] {
  const gateways = Object.fromEntries(ids.map((id, index) => [`gateway ${index + 1}`, id]));
  const graphs: GraphOf[] = [
    [
      "NAT: bytes",
      [
        ["BytesOutToDestination", "Sum", "out"],
        ["BytesInFromDestination", "Sum", "in"],
      ],
      "bytes",
    ],
    [
      "NAT: what did not go through",
      [
        ["ErrorPortAllocation", "Sum", "no free port"],
        ["PacketsDropCount", "Sum", "dropped packets"],
      ],
    ],
  ];
  return graphs.map(graphsOf("AWS/NATGateway", "NatGatewayId", gateways));
}

function queueWidgets(names: { [name: string]: pulumi.Input<string> }): MetricWidget[] {
  const graphs: GraphOf[] = [
    ["Queues: messages that wait", [["ApproximateNumberOfMessagesVisible", "Maximum", "waiting"]]],
    ["Queues: age of the oldest message", [["ApproximateAgeOfOldestMessage", "Maximum", "age"]], "seconds"],
  ];
  return graphs.map(graphsOf("AWS/SQS", "QueueName", names));
}

/** Makes a graph with a line for each metric of each resource; an empty label stands for the only one of its kind. */
function graphsOf(
  namespace: string,
  dimension: string,
  resources: { [label: string]: pulumi.Input<string> },
  common: MetricStatistic["dimensions"] = {},
): (graph: GraphOf) => MetricWidget {
  return ([title, metrics, unit]) => ({
    kind: "metrics",
    title,
    series: Object.entries(resources).flatMap(([resource, id]) =>
      metrics.map(([name, statistic, label]): Series => ({
        metric: { namespace, name, dimensions: { ...common, [dimension]: id }, statistic },
        label: resource === "" ? label : `${resource}: ${label}`,
      })),
    ),
    unit,
  });
}
