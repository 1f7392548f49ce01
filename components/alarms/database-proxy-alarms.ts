import type * as pulumi from "@pulumi/pulumi";
import type { AlarmDefinition, AlarmStatistic, MetricStatistic } from "./alarm-definition";

export interface DatabaseProxyAlarmsArgs {
  proxyName: pulumi.Input<string>;
  /** Seconds that clients wait for a connection on average and still bear. Default 1. */
  borrowSeconds?: number;
  /** Share of the connections the proxy may open that is in use and still borne, in percent. Default 80. */
  connectionsPercent?: number;
}

/**
 * A proxy whose connections run out: clients wait, and are refused once the wait passes the borrow timeout. RDS Proxy
 * counts no timeouts by themselves, so the wait that leads to them is watched
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html).
 */
export function databaseProxyAlarms(args: DatabaseProxyAlarmsArgs): AlarmDefinition[] {
  const { borrowSeconds = 1, connectionsPercent = 80 } = args;
  const metric = (name: string, statistic: AlarmStatistic): MetricStatistic => ({
    namespace: "AWS/RDS",
    name,
    dimensions: { ProxyName: args.proxyName },
    statistic,
  });
  const perMinute = { comparison: "above", periodSeconds: 60, evaluationPeriods: 5 } as const;

  return [
    {
      ...perMinute,
      name: "borrow-wait",
      description: `Clients waited more than ${borrowSeconds} s for a database connection, for 5 minutes.`,
      // In microseconds.
      metric: metric("DatabaseConnectionsBorrowLatency", "Average"),
      threshold: borrowSeconds * 1_000_000,
      // Silent while nobody asks for a connection.
      missingData: "notBreaching",
      runbook: "proxy-borrow-wait",
    },
    {
      ...perMinute,
      name: "connections",
      description: `More than ${connectionsPercent} % of the proxy's database connections were in use for 5 minutes.`,
      metric: {
        expression: "100 * borrowed / allowed",
        label: "Connections in use, percent",
        metrics: {
          borrowed: metric("DatabaseConnectionsCurrentlyBorrowed", "Sum"),
          allowed: metric("MaxDatabaseConnectionsAllowed", "Sum"),
        },
      },
      threshold: connectionsPercent,
      missingData: "notBreaching",
      runbook: "proxy-connections",
    },
    {
      name: "setup-failures",
      description: "The proxy could not open connections to the database, twice in a row.",
      metric: metric("DatabaseConnectionsSetupFailed", "Sum"),
      comparison: "above",
      threshold: 0,
      periodSeconds: 300,
      evaluationPeriods: 2,
      missingData: "notBreaching",
      runbook: "proxy-setup-failures",
    },
  ];
}
