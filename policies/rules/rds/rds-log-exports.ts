import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { CLUSTER, engineOf, INSTANCE } from "./databases";
import { demandLogExports, EXPORTS, missingLogs } from "./log-exports";

/** The logs of each engine that AWS's controls name. */
const LOGS: ReadonlyMap<string | undefined, readonly string[]> = new Map([
  ["postgres", ["postgresql", "upgrade"]],
  ["aurora-postgresql", ["postgresql"]],
]);
const logsOf = (database: Value): readonly string[] => LOGS.get(engineOf(database)) ?? [];

const postgres = (enabledCloudwatchLogsExports: unknown) => ({ engine: "postgres", enabledCloudwatchLogsExports });

export const rdsLogExports: Rule = {
  id: "rds-log-exports",
  title: "PostgreSQL databases hand their logs to CloudWatch",
  severity: "medium",
  controls: { fsbp: ["RDS.9", "RDS.36", "RDS.37"], nist: ["AU-12"] },
  references: { checkov: ["CKV_AWS_129", "CKV_AWS_324"], cdkNag: ["RDSLoggingEnabled"] },
  why: "On the instance logs are kept for days, cannot be searched together and are gone with it.",
  fix: 'Set enabledCloudwatchLogsExports to ["postgresql", "upgrade"]; for Aurora, to ["postgresql"].',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-36",
  types: [INSTANCE, CLUSTER],
  check({ props, each, violated }) {
    demandLogExports(props, logsOf(props), { each, violated });
  },
  remedy({ props, append }) {
    for (const log of missingLogs(props, logsOf(props))) append(EXPORTS, log);
  },
  cases: {
    resource: [
      good("both logs", postgres(["postgresql", "upgrade"])),
      good("more logs", postgres(["iam-db-auth-error", "postgresql", "upgrade"])),
      good(
        "Aurora, which has one",
        { engine: "aurora-postgresql", enabledCloudwatchLogsExports: "postgresql" },
        {
          type: CLUSTER,
        },
      ),
      good("another engine", { engine: "mysql" }),
      good("replica, whose engine is its source's", { replicateSourceDb: "orders" }),
      bad("AWS's default left", postgres(undefined), ["enabledCloudwatchLogsExports", "enabledCloudwatchLogsExports"]),
      bad("without the log of upgrades", postgres(["postgresql"]), "enabledCloudwatchLogsExports"),
      bad("without the log of the database", postgres(["upgrade"]), "enabledCloudwatchLogsExports"),
      bad("Aurora without", { engine: "aurora-postgresql" }, "enabledCloudwatchLogsExports", { type: CLUSTER }),
      unknown("logs not known", postgres(UNKNOWN), "enabledCloudwatchLogsExports"),
      unknown("engine not known", { engine: UNKNOWN }, "engine"),
    ],
  },
};
