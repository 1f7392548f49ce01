import { bad, good, type Properties, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, engineOf, INSTANCE } from "./databases";

/** By the beginning of the engine's name. */
const DEFAULT_PORTS: [engine: string, port: number][] = [
  ["postgres", 5432],
  ["aurora-postgresql", 5432],
  ["mysql", 3306],
  ["mariadb", 3306],
  ["aurora", 3306],
  ["oracle", 1521],
  ["custom-oracle", 1521],
  ["sqlserver", 1433],
  ["custom-sqlserver", 1433],
  ["db2", 50000],
];
const listening = (engine: string, port?: unknown): Properties => ({ engine, port });

export const rdsNonDefaultPort: Rule = {
  id: "rds-non-default-port",
  title: "Databases listen on a port other than their engine's",
  severity: "low",
  controls: { fsbp: ["RDS.23"], nist: ["CM-7"] },
  references: { cdkNag: ["AwsSolutions-RDS11"] },
  why: "Scans look for databases at their usual port; another one keeps a wrongly opened group quiet for longer.",
  fix: "Set port to a number of your own, and give the same one to the security groups and the clients.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-23",
  types: [INSTANCE, CLUSTER],
  check({ props, violated }) {
    const engine = engineOf(props);
    const [, usual] = DEFAULT_PORTS.find(([name]) => engine?.startsWith(name)) ?? [];
    const port = props.at("port");
    if (usual !== undefined && (port.number() ?? usual) === usual)
      violated(port, "a port of your own", "the engine's usual one");
  },
  cases: {
    resource: [
      good("another port", listening("postgres", 6432)),
      good("another port, as text", listening("aurora-postgresql", "6432"), { type: CLUSTER }),
      good("replica, whose engine is its source's", { replicateSourceDb: "orders" }),
      good("the port of another engine", listening("mysql", 5432)),
      bad("AWS's default left", listening("postgres"), "port"),
      ...DEFAULT_PORTS.map(([engine, port]) => bad(`${port}, ${engine}`, listening(engine, port), "port")),
      bad("as text", listening("sqlserver-se", "1433"), "port"),
      bad("cluster, AWS's default left", listening("aurora-mysql"), "port", { type: CLUSTER }),
      unknown("port not known", listening("postgres", UNKNOWN), "port"),
      unknown("engine not known", { engine: UNKNOWN }, "engine"),
    ],
  },
};
