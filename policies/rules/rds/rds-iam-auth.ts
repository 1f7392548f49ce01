import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, engineOf, INSTANCE } from "./databases";

/** The engines that offer it. */
const ENGINES = ["postgres", "mysql", "mariadb", "aurora", "aurora-mysql", "aurora-postgresql"];
const postgres = (iamDatabaseAuthenticationEnabled: unknown) => ({
  engine: "postgres",
  iamDatabaseAuthenticationEnabled,
});

export const rdsIamAuth: Rule = {
  id: "rds-iam-auth",
  title: "Applications can sign in to databases by their role",
  severity: "medium",
  controls: { fsbp: ["RDS.10", "RDS.12"], nist: ["IA-2", "AC-3"] },
  references: { checkov: ["CKV_AWS_161", "CKV_AWS_162"], cdkNag: ["AwsSolutions-RDS6"] },
  why: "A token that IAM gives out for minutes cannot be left in a file, a log or a former colleague's head.",
  fix: "Set iamDatabaseAuthenticationEnabled to true, and grant the database role rds_iam.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-10",
  types: [INSTANCE, CLUSTER],
  check({ props, violated }) {
    if (!ENGINES.includes(engineOf(props) ?? "")) return;
    const enabled = props.at("iamDatabaseAuthenticationEnabled");
    if (!enabled.isTrue()) violated(enabled, "true", "passwords alone");
  },
  remedy: ({ set }) => set("iamDatabaseAuthenticationEnabled", true),
  cases: {
    resource: [
      good("by role", postgres(true)),
      good("by role, as text", postgres("true")),
      good("an engine that does not offer it", { engine: "sqlserver-se" }),
      good("replica, whose engine is its source's", { replicateSourceDb: "orders" }),
      bad("AWS's default left", postgres(undefined), "iamDatabaseAuthenticationEnabled"),
      bad("refused", postgres(false), "iamDatabaseAuthenticationEnabled"),
      ...ENGINES.map((engine) =>
        bad(`cluster, ${engine}`, { engine }, "iamDatabaseAuthenticationEnabled", { type: CLUSTER }),
      ),
      unknown("not known", postgres(UNKNOWN), "iamDatabaseAuthenticationEnabled"),
      unknown("engine not known", { engine: UNKNOWN }, "engine"),
    ],
  },
};
