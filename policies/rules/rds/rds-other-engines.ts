import { bad, badStack, good, goodStack, type Properties, unknown, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, engineOf, INSTANCE } from "./databases";
import { demandsOn, isMetByDefault, logsOf } from "./engine-settings";
import { demandLogExports } from "./log-exports";
import { cluster, groups, instance } from "./parameter-cases";
import { groupPropertyOf, parametersOf, writtenEngineOf, writtenVersionOf } from "./parameter-groups";

const LOGS = "enabledCloudwatchLogsExports";
const logging = (engine: string, ...logs: string[]): Properties => ({ engine, [LOGS]: logs });
const backtracked = { ...logging("aurora-mysql", "audit"), backtrackWindow: 86400 };
const audit = { server_audit_logging: "1", server_audit_events: "CONNECT,QUERY_DDL" };
const tls = { require_secure_transport: "ON" };

export const rdsOtherEngines: Rule = {
  id: "rds-other-engines",
  title:
    "MySQL, MariaDB, SQL Server and Oracle databases demand TLS, log, and can be wound back as far as they offer it",
  severity: "medium",
  controls: {
    fsbp: ["RDS.9", "RDS.14", "RDS.34", "RDS.39", "RDS.40", "RDS.41", "RDS.42", "RDS.44", "RDS.45"],
    nist: ["AU-12", "SC-8"],
  },
  references: {
    checkov: ["CKV_AWS_325", "CKV_AWS_326"],
    cdkNag: ["AwsSolutions-RDS14", "AwsSolutions-RDS16"],
  },
  why: "These engines neither refuse connections in the clear nor keep a record of access by themselves.",
  fix: `Set ${LOGS}, backtrackWindow for Aurora MySQL, and TLS and auditing in the database's parameter group.`,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-39",
  types: [INSTANCE, CLUSTER],
  check({ resource, props, each, violated }) {
    const engine = engineOf(props) ?? "";
    const backtrack = props.at("backtrackWindow");
    if (engine === "aurora-mysql" && resource.type === CLUSTER && !backtrack.number())
      violated(backtrack, "a number of seconds", "none", "backtrack");
    if (engine !== "mysql" || resource.type === INSTANCE) demandLogExports(props, logsOf(engine), { each, violated });
  },
  checkStack({ subject, props, stack, each, violated }) {
    const engine = writtenEngineOf(subject) ?? "";
    const version = writtenVersionOf(subject);
    const demands = demandsOn(engine, version);
    const parameters = demands.length > 0 ? parametersOf(stack, subject) : undefined;
    if (!parameters) return;
    each(demands, (demand) => {
      const setting = parameters.get(demand.name);
      if (setting ? !demand.isMet(setting) : !isMetByDefault(demand, version))
        violated(
          props.at(groupPropertyOf(subject)),
          `${demand.name}: ${demand.expected}`,
          "another value",
          demand.name,
        );
    });
  },
  cases: {
    resource: [
      good("MySQL", logging("mysql", "audit", "error", "general", "slowquery")),
      good("MariaDB", logging("mariadb", "audit", "error")),
      good("SQL Server", logging("sqlserver-se", "agent", "error")),
      good("SQL Server Express, which has no agent", logging("sqlserver-ex", "error")),
      good("Oracle", logging("oracle-se2", "alert", "audit", "listener", "trace")),
      good("Aurora MySQL", backtracked, { type: CLUSTER }),
      good("a cluster of MySQL, of which no control speaks", { engine: "mysql" }, { type: CLUSTER }),
      good("PostgreSQL, which has a rule of its own", { engine: "postgres" }),
      bad("MySQL without the log of errors", logging("mysql", "audit", "general", "slowquery"), LOGS),
      bad("MariaDB without audit", logging("mariadb", "error"), LOGS),
      bad("SQL Server without the agent's log", logging("sqlserver-se", "error"), LOGS),
      bad("SQL Server, AWS's default left", { engine: "sqlserver-web" }, [LOGS, LOGS]),
      bad("Oracle without audit", logging("oracle-ee", "alert", "listener", "trace"), LOGS),
      bad("Aurora MySQL without audit", { engine: "aurora-mysql", backtrackWindow: 60 }, LOGS, { type: CLUSTER }),
      bad("Aurora MySQL, AWS's default left", logging("aurora-mysql", "audit"), "backtrackWindow", { type: CLUSTER }),
      bad("Aurora MySQL not wound back", { ...backtracked, backtrackWindow: 0 }, "backtrackWindow", { type: CLUSTER }),
      unknown("engine not known", { engine: UNKNOWN }, "engine"),
      unknown("logs not known", { engine: "mariadb", [LOGS]: UNKNOWN }, LOGS),
    ],
    stack: [
      goodStack("MySQL", [instance({ engine: "mysql" }), ...groups(tls)]),
      goodStack("MariaDB", [
        instance({ engine: "mariadb", engineVersion: "10.11.6" }),
        ...groups({ require_secure_transport: 1 }),
      ]),
      goodStack("MariaDB, new version", [instance({ engine: "mariadb", engineVersion: "11.8" }), ...groups({})]),
      goodStack("MariaDB, the version that AWS chooses", [instance({ engine: "mariadb" }), ...groups({})]),
      goodStack("MariaDB, before it could", [instance({ engine: "mariadb", engineVersion: "10.4" }), ...groups({})]),
      goodStack("SQL Server", [instance({ engine: "sqlserver-ee" }), ...groups({ "rds.force_ssl": "1" })]),
      goodStack("Aurora MySQL", [cluster({ engine: "aurora-mysql" }), ...groups({ ...audit, ...tls })]),
      goodStack("a group of another stack", [
        { ...instance({ engine: "mysql", parameterGroupName: "shared" }), refers: {} },
      ]),
      goodStack("PostgreSQL", [instance({ engine: "postgres" }), ...groups({})]),
      badStack("MySQL, AWS's default left", [instance({ engine: "mysql" }), ...groups({})], "parameterGroupName"),
      badStack(
        "MariaDB, default of an old version",
        [instance({ engine: "mariadb", engineVersion: "11.4" }), ...groups({})],
        "parameterGroupName",
      ),
      badStack(
        "MariaDB, turned off",
        [instance({ engine: "mariadb", engineVersion: "11.8" }), ...groups({ require_secure_transport: "OFF" })],
        "parameterGroupName",
      ),
      badStack("SQL Server", [instance({ engine: "sqlserver-ex" }), ...groups({})], "parameterGroupName"),
      ...["server_audit_logging", "server_audit_events", "require_secure_transport"].map((name) =>
        badStack(
          `Aurora MySQL without ${name}`,
          [cluster({ engine: "aurora-mysql" }), ...groups({ ...audit, ...tls, [name]: "" })],
          "dbClusterParameterGroupName",
        ),
      ),
      unknownStack(
        "value not known",
        [instance({ engine: "mysql" }), ...groups({ require_secure_transport: UNKNOWN })],
        "value",
      ),
    ],
  },
};
