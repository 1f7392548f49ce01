import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, INSTANCE, isReplica } from "./databases";

export const rdsBackupRetention: Rule = {
  id: "rds-backup-retention",
  title: "Databases are backed up every day, and backups are kept",
  severity: "medium",
  controls: { fsbp: ["RDS.11", "RDS.50"], nist: ["CP-9"] },
  references: { checkov: ["CKV_AWS_133"], cdkNag: ["AwsSolutions-RDS13"] },
  why: "Damage that is found after a few days can be undone only as far back as backups reach.",
  fix: "Set backupRetentionPeriod to at least 7 days.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11",
  types: [INSTANCE, CLUSTER],
  parameters: {
    days: {
      type: "integer",
      minimum: 1,
      maximum: 35,
      default: 7,
      description: "Least number of days to keep backups.",
    },
  },
  check({ props, violated, params }) {
    if (isReplica(props)) return;
    const period = props.at("backupRetentionPeriod");
    if ((period.number() ?? 0) < params.days) violated(period, `at least ${params.days} days`, "fewer or none");
  },
  // The first backups interrupt a running instance for seconds, in its maintenance window unless it applies at once.
  remedy: ({ params, set }) => set("backupRetentionPeriod", params.days),
  cases: {
    resource: [
      good("kept for a week", { backupRetentionPeriod: 7 }),
      good("kept for a month, as text", { backupRetentionPeriod: "30" }, { params: { days: 30 } }),
      good("replica", { replicateSourceDb: "orders", backupRetentionPeriod: 0 }),
      good("cluster", { backupRetentionPeriod: 14 }, { type: CLUSTER }),
      bad("provider's default left, which is none", { engine: "postgres" }, "backupRetentionPeriod"),
      bad("turned off", { backupRetentionPeriod: 0 }, "backupRetentionPeriod"),
      bad("kept for too short", { backupRetentionPeriod: 6 }, "backupRetentionPeriod"),
      bad("kept for less than wanted", { backupRetentionPeriod: 7 }, "backupRetentionPeriod", { params: { days: 8 } }),
      bad("cluster, AWS's default left, which is a day", {}, "backupRetentionPeriod", { type: CLUSTER }),
      unknown("not known", { backupRetentionPeriod: UNKNOWN }, "backupRetentionPeriod"),
    ],
  },
};
