import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, MetricStatistic } from "./alarm-definition";
import { databaseMemoryGib } from "./database-memory";

export interface DatabaseAlarmsArgs {
  instanceIdentifier: pulumi.Input<string>;
  /** RDS class, for example `db.r6g.xlarge`: its memory sets the limits for connections and free memory. */
  instanceClass: string;
  /** Allocated storage in GiB. */
  storageGib: number;
  /** CPU that is still borne, in percent. Default 80. */
  cpuPercent?: number;
  /** Open connections that are still borne. Default: 70 % of what RDS allows for the class by default. */
  maxConnections?: number;
  /** Storage that must stay free, in percent of what is allocated. Default 20; RDS itself grows it at 10. */
  freeStoragePercent?: number;
  /** Memory that must stay free, in percent of the class's. Default 10. */
  freeMemoryPercent?: number;
  /** Whether the instance is stopped at times, and then reports nothing. Default: it never is. */
  mayBeStopped?: boolean;
}

const GIB = 1024 ** 3;

/**
 * Connections that RDS for PostgreSQL allows by default: one per 9,531,392 bytes of memory, at most 5,000
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html). RDS counts without what its own
 * processes take, so the true figure is up to an eighth lower.
 */
export function defaultMaxConnections(memoryGib: number): number {
  return Math.min(Math.floor((memoryGib * GIB) / 9_531_392), 5000);
}

/** A PostgreSQL instance that runs out of one of its resources: processor, connections, disk or memory. */
export function databaseAlarms(args: DatabaseAlarmsArgs): AlarmDefinition[] {
  const memoryGib = databaseMemoryGib(args.instanceClass);
  const {
    cpuPercent = 80,
    maxConnections = Math.floor(0.7 * defaultMaxConnections(memoryGib)),
    freeStoragePercent = 20,
    freeMemoryPercent = 10,
  } = args;
  const metric = (name: string): MetricStatistic => ({
    namespace: "AWS/RDS",
    name,
    dimensions: { DBInstanceIdentifier: args.instanceIdentifier },
    statistic: "Average",
  });

  return [
    {
      name: "cpu",
      description: `The database used more than ${cpuPercent} % of its CPU for 15 minutes.`,
      metric: metric("CPUUtilization"),
      comparison: "above",
      threshold: cpuPercent,
      periodSeconds: 300,
      evaluationPeriods: 3,
      // An instance that reports nothing is down.
      missingData: args.mayBeStopped ? "notBreaching" : "breaching",
      runbook: "database-cpu",
    },
    {
      name: "connections",
      description: `More than ${maxConnections} connections were open for 5 minutes.`,
      metric: metric("DatabaseConnections"),
      comparison: "above",
      threshold: maxConnections,
      periodSeconds: 60,
      evaluationPeriods: 5,
      missingData: "notBreaching",
      runbook: "database-connections",
    },
    {
      name: "storage",
      description: `Less than ${freeStoragePercent} % of the allocated ${args.storageGib} GiB was free for 10 minutes.`,
      metric: metric("FreeStorageSpace"),
      comparison: "below",
      threshold: Math.floor((args.storageGib * GIB * freeStoragePercent) / 100),
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "ignore",
      runbook: "database-storage",
    },
    {
      name: "memory",
      description: `Less than ${freeMemoryPercent} % of the class's ${memoryGib} GiB of memory was free for 15 minutes.`,
      metric: metric("FreeableMemory"),
      comparison: "below",
      threshold: Math.floor((memoryGib * GIB * freeMemoryPercent) / 100),
      periodSeconds: 300,
      evaluationPeriods: 3,
      missingData: "ignore",
      runbook: "database-memory",
    },
  ];
}
