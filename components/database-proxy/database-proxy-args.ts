import type { PostgresDatabase } from "../database";
import type * as pulumi from "@pulumi/pulumi";

/** How clients of the proxy prove who they are. */
export const ProxyAuthentication = {
  /** By a token that IAM signs for the client's own role: no password is handed out. */
  Iam: "iam",
  /** By the database's user and password. */
  Password: "password",
} as const;
export type ProxyAuthentication = (typeof ProxyAuthentication)[keyof typeof ProxyAuthentication];

/** How many connections the proxy holds, and for how long. */
export interface ConnectionPool {
  /** Share of the database's `max_connections` that the proxy may open, in percent. Default: 90. */
  maxConnectionsPercent?: number;
  /** Share that may stay open without work, in percent; not above the first. Default: 50. */
  maxIdleConnectionsPercent?: number;
  /** Seconds that a client waits for a connection before it is refused, 1 to 300. Default: 30. */
  borrowTimeoutSeconds?: number;
  /** Seconds after which a silent client is disconnected, 1 to 28800. Default: 1800. */
  idleTimeoutSeconds?: number;
}

export interface DatabaseProxyArgs {
  /** Account id, 12 digits. */
  account: string;
  region: string;
  /** Fixed name of the proxy, because its log group and its alarms name it. */
  proxyName: string;
  vpcId: pulumi.Input<string>;
  /** The database's subnets, in two zones at least. A proxy keeps those that it was made with. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The database that connections are pooled to. */
  database: PostgresDatabase;
  /** ARN of the key that encrypts the master user's secret. */
  secretKmsKeyArn: pulumi.Input<string>;
  /** Default: `iam`. */
  authentication?: ProxyAuthentication;
  pool?: ConnectionPool;
  /** Days that the proxy's log is kept. */
  logRetentionDays: number;
  /** ARN of the key that encrypts it. */
  logKmsKeyArn: pulumi.Input<string>;
}
