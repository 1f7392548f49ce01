import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DB_INSTANCE } from "../../kernel/tokens";

const [, CLUSTER_INSTANCE = ""] = DB_INSTANCE;

export const rdsNotPublic: Rule = {
  id: "rds-not-public",
  title: "Database instances have no public address",
  severity: "critical",
  controls: { fsbp: ["RDS.2"], cis: ["2.2.3"], nist: ["AC-3", "SC-7"] },
  references: { checkov: ["CKV_AWS_17"], cdkNag: ["RDSInstancePublicAccess"] },
  why: "A database with a public address is one security-group rule and one password away from the internet.",
  fix: "Leave publiclyAccessible out or set it to false, and reach the database from inside the VPC.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2",
  types: DB_INSTANCE,
  check({ props, violated }) {
    const access = props.at("publiclyAccessible");
    if (access.isTrue()) violated(access, "false or absent", "a public address");
  },
  remedy: ({ set }) => set("publiclyAccessible", false),
  cases: {
    resource: [
      good("refused", { publiclyAccessible: false }),
      good("provider's default left", { engine: "postgres" }),
      good("cluster member, provider's default left", { engine: "aurora-postgresql" }, { type: CLUSTER_INSTANCE }),
      bad("public", { publiclyAccessible: true }, "publiclyAccessible"),
      bad("public, as text", { publiclyAccessible: "true" }, "publiclyAccessible"),
      bad("public cluster member", { publiclyAccessible: true }, "publiclyAccessible", { type: CLUSTER_INSTANCE }),
      unknown("not known", { publiclyAccessible: UNKNOWN }, "publiclyAccessible"),
    ],
  },
};
