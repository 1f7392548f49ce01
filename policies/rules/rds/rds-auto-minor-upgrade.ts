import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DB_INSTANCE } from "../../kernel/tokens";

const [, CLUSTER_INSTANCE = ""] = DB_INSTANCE;
const CLUSTER = "aws:rds/cluster:Cluster";

export const rdsAutoMinorUpgrade: Rule = {
  id: "rds-auto-minor-upgrade",
  title: "Databases take minor engine versions by themselves",
  severity: "high",
  controls: { fsbp: ["RDS.13", "RDS.35"], cis: ["2.2.2"], nist: ["SI-2"] },
  references: { checkov: ["CKV_AWS_226"], cdkNag: ["RDSAutomaticMinorVersionUpgradeEnabled"] },
  why: "Minor versions carry the engine's security fixes; a database that waits for a person runs without them.",
  fix: "Leave autoMinorVersionUpgrade out or set it to true, and choose a maintenanceWindow that suits.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-13",
  types: [...DB_INSTANCE, CLUSTER],
  check({ props, violated }) {
    const upgrade = props.at("autoMinorVersionUpgrade");
    if (upgrade.isFalse()) violated(upgrade, "true or absent", "upgrades turned off");
  },
  remedy: ({ set }) => set("autoMinorVersionUpgrade", true),
  cases: {
    resource: [
      good("turned on", { autoMinorVersionUpgrade: true }),
      good("provider's default left", { engine: "postgres" }),
      good("cluster, provider's default left", { engine: "aurora-postgresql" }, { type: CLUSTER }),
      bad("turned off", { autoMinorVersionUpgrade: false }, "autoMinorVersionUpgrade"),
      bad("turned off, as text", { autoMinorVersionUpgrade: "false" }, "autoMinorVersionUpgrade"),
      bad("turned off for a cluster member", { autoMinorVersionUpgrade: false }, "autoMinorVersionUpgrade", {
        type: CLUSTER_INSTANCE,
      }),
      bad("turned off for a cluster", { autoMinorVersionUpgrade: false }, "autoMinorVersionUpgrade", { type: CLUSTER }),
      unknown("not known", { autoMinorVersionUpgrade: UNKNOWN }, "autoMinorVersionUpgrade"),
    ],
  },
};
