import type { CachePurpose } from "../cache";
import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";

export interface CacheAlarmsArgs {
  /** Ids of the nodes, `<replication group>-001` and so on: ElastiCache reports per node. */
  memberClusterIds: string[];
  /** What the cache is for: it decides what an eviction means. */
  purpose: CachePurpose;
  /** Share of the memory for data that is still borne, in percent. Default 80. */
  memoryPercent?: number;
  /** Share of the one core that runs commands that is still borne, in percent. Default 80. */
  engineCpuPercent?: number;
}

/**
 * Evictions within 5 minutes that are still borne. A cache lives by evicting; a session evicted is a user logged out.
 * A queue is set never to evict: a job that goes all the same is lost, and somebody has changed the parameters.
 */
const MAX_EVICTIONS: { [Purpose in CachePurpose]: number } = { cache: 1000, session: 0, queue: 0 };

/** Nodes of a Valkey or Redis replication group that run out of memory or processor. */
export function cacheAlarms(args: CacheAlarmsArgs): AlarmDefinition[] {
  return args.memberClusterIds.flatMap((id, index) => nodeAlarms(id, index + 1, args));
}

function nodeAlarms(nodeId: string, number: number, args: CacheAlarmsArgs): AlarmDefinition[] {
  const { memoryPercent = 80, engineCpuPercent = 80 } = args;
  const maxEvictions = MAX_EVICTIONS[args.purpose];
  const metric = (name: string, statistic: "Average" | "Sum"): MetricStatistic => ({
    namespace: "AWS/ElastiCache",
    name,
    dimensions: { CacheClusterId: nodeId },
    statistic,
  });

  return [
    {
      name: `memory-${number}`,
      description: `Node ${nodeId} used more than ${memoryPercent} % of its memory for data for 10 minutes.`,
      metric: metric("DatabaseMemoryUsagePercentage", "Average"),
      comparison: "above",
      threshold: memoryPercent,
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "ignore",
      runbook: "cache-memory",
    },
    {
      name: `engine-cpu-${number}`,
      description: `Node ${nodeId} spent more than ${engineCpuPercent} % of its engine's core for 10 minutes.`,
      metric: metric("EngineCPUUtilization", "Average"),
      comparison: "above",
      threshold: engineCpuPercent,
      periodSeconds: 300,
      evaluationPeriods: 2,
      // A node that reports nothing is down.
      missingData: "breaching",
      runbook: "cache-cpu",
    },
    {
      name: `evictions-${number}`,
      description: `Node ${nodeId} evicted more than ${maxEvictions} keys in 5 minutes for want of memory.`,
      metric: metric("Evictions", "Sum"),
      comparison: "above",
      threshold: maxEvictions,
      periodSeconds: 300,
      evaluationPeriods: 1,
      missingData: "notBreaching",
      runbook: "cache-evictions",
    },
  ];
}
