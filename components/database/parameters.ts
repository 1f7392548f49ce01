import type * as inputs from "@pulumi/aws/types/input";

/** What every database of this house sets; `args.parameters` may change all but TLS. */
const DEFAULTS: { [name: string]: string } = {
  // Every change of the schema, and every statement of a second or more. Passwords in `create role` show up in the
  // log as well: give roles their password by IAM authentication or Secrets Manager, not by SQL.
  log_statement: "ddl",
  log_min_duration_statement: "1000",
};

/** No connection without TLS. */
const FORCED: { [name: string]: string } = { "rds.force_ssl": "1" };

/** Parameters that PostgreSQL reads only when it starts, of those that applications set. */
const STATIC_PARAMETERS = new Set([
  "autovacuum_max_workers",
  "huge_pages",
  "max_connections",
  "max_locks_per_transaction",
  "max_prepared_transactions",
  "max_replication_slots",
  "max_wal_senders",
  "max_worker_processes",
  "rds.logical_replication",
  "shared_buffers",
  "shared_preload_libraries",
  "track_activity_query_size",
  "wal_buffers",
]);

/** The parameter group's list, sorted so that it never differs from itself; throws when TLS would be given up. */
export function databaseParameters(parameters: { [name: string]: string }): inputs.rds.ParameterGroupParameter[] {
  for (const name of Object.keys(FORCED)) {
    if (name in parameters) throw new Error(`parameters must not set ${name}: it is always ${FORCED[name]}`);
  }
  return Object.entries({ ...DEFAULTS, ...parameters, ...FORCED })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({
      name,
      value,
      applyMethod: STATIC_PARAMETERS.has(name) ? "pending-reboot" : "immediate",
    }));
}
