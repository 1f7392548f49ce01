import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const SNAPSHOTS = [
  "aws:rds/snapshot:Snapshot",
  "aws:rds/snapshotCopy:SnapshotCopy",
  "aws:rds/clusterSnapshot:ClusterSnapshot",
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
];

const isEverybody = (account: Value): boolean => account.string()?.toLowerCase() === "all";

export const rdsSnapshotPrivate: Rule = {
  id: "rds-snapshot-private",
  title: "Database snapshots are shared with named accounts alone",
  severity: "critical",
  controls: { fsbp: ["RDS.1"], nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_302"] },
  why: "A public snapshot can be restored by every AWS account, with all the data in it.",
  fix: "Remove all from sharedAccounts and name the accounts that need the snapshot.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-1",
  types: SNAPSHOTS,
  check({ props, each, violated }) {
    each(props.at("sharedAccounts").list(), (account) => {
      if (isEverybody(account)) violated(account, "account ids", "every account");
    });
  },
  remedy({ props, each, set }) {
    each(props.at("sharedAccounts").list().reverse(), (account) => {
      if (isEverybody(account)) set(account, undefined);
    });
  },
  cases: {
    resource: [
      good("shared with nobody", {}),
      good("shared with one account", { sharedAccounts: ["123456789012"] }),
      ...SNAPSHOTS.map((type) =>
        bad(`shared with everybody, ${type}`, { sharedAccounts: ["all"] }, "sharedAccounts[0]", { type }),
      ),
      bad("everybody among others", { sharedAccounts: ["123456789012", "all"] }, "sharedAccounts[1]"),
      bad("everybody twice, before others", { sharedAccounts: ["all", "ALL", "123456789012"] }, [
        "sharedAccounts[0]",
        "sharedAccounts[1]",
      ]),
      bad("everybody, not in a list", { sharedAccounts: "all" }, "sharedAccounts"),
      unknown("accounts not known", { sharedAccounts: UNKNOWN }, "sharedAccounts"),
      unknown("one account not known", { sharedAccounts: ["123456789012", UNKNOWN] }, "sharedAccounts[1]"),
    ],
  },
};
