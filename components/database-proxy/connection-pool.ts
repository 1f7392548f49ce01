import type { ConnectionPool } from "./database-proxy-args";

export type CompletePool = Required<ConnectionPool>;

const DEFAULTS: CompletePool = {
  // The rest is for people and migrations that pass the proxy by.
  maxConnectionsPercent: 90,
  maxIdleConnectionsPercent: 50,
  borrowTimeoutSeconds: 30,
  idleTimeoutSeconds: 1800,
};

/** Bounds of RDS: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html */
const BOUNDS: { [Figure in keyof CompletePool]: [least: number, most: number] } = {
  maxConnectionsPercent: [1, 100],
  maxIdleConnectionsPercent: [0, 100],
  borrowTimeoutSeconds: [1, 300],
  idleTimeoutSeconds: [1, 28_800],
};

/** The pool with its defaults; what is not said never contradicts what is. Throws when RDS would refuse a figure. */
export function completePool(name: string, pool: ConnectionPool): CompletePool {
  const maxConnectionsPercent = pool.maxConnectionsPercent ?? DEFAULTS.maxConnectionsPercent;
  const complete: CompletePool = {
    maxConnectionsPercent,
    maxIdleConnectionsPercent:
      pool.maxIdleConnectionsPercent ?? Math.min(DEFAULTS.maxIdleConnectionsPercent, maxConnectionsPercent),
    borrowTimeoutSeconds: pool.borrowTimeoutSeconds ?? DEFAULTS.borrowTimeoutSeconds,
    idleTimeoutSeconds: pool.idleTimeoutSeconds ?? DEFAULTS.idleTimeoutSeconds,
  };
  for (const [figure, [least, most]] of Object.entries(BOUNDS)) {
    const value = complete[figure as keyof CompletePool];
    if (!Number.isInteger(value) || value < least || value > most)
      throw new Error(
        `DatabaseProxy ${name}: pool.${figure} must be a whole number from ${least} to ${most}, got ${value}`,
      );
  }
  if (complete.maxIdleConnectionsPercent > maxConnectionsPercent)
    throw new Error(
      `DatabaseProxy ${name}: pool.maxIdleConnectionsPercent must not be above maxConnectionsPercent, ${maxConnectionsPercent}, got ${complete.maxIdleConnectionsPercent}`,
    );
  return complete;
}
