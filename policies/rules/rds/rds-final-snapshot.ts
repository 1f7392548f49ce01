import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, INSTANCE, isReplica } from "./databases";

const kept = { finalSnapshotIdentifier: "orders-final", deleteAutomatedBackups: false };

export const rdsFinalSnapshot: Rule = {
  id: "rds-final-snapshot",
  title: "A deleted database leaves its data behind",
  severity: "medium",
  controls: { nist: ["CP-9"] },
  why: "Without a last snapshot and the backups before it, a deletion cannot be undone.",
  fix: "Leave skipFinalSnapshot out, set finalSnapshotIdentifier and set deleteAutomatedBackups to false.",
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  types: [INSTANCE, CLUSTER],
  check({ props, violated }) {
    if (isReplica(props)) return;
    const [skip, name] = [props.at("skipFinalSnapshot"), props.at("finalSnapshotIdentifier")];
    if (skip.isTrue()) violated(skip, "false or absent", "no last snapshot", "finalSnapshot");
    else if (!name.isSet()) violated(name, "a name for the last snapshot", "none", "finalSnapshot");
    const automated = props.at("deleteAutomatedBackups");
    if (!automated.isFalse()) violated(automated, "false", "backups deleted with the database", "automatedBackups");
  },
  cases: {
    resource: [
      good("both kept", kept),
      good("both kept, everything said", { ...kept, skipFinalSnapshot: "false", deleteAutomatedBackups: "false" }),
      good("a name that is not there yet", { ...kept, finalSnapshotIdentifier: UNKNOWN }),
      good("replica, of which AWS makes no snapshot", { replicateSourceDb: "orders", skipFinalSnapshot: true }),
      good("cluster", kept, { type: CLUSTER }),
      bad("no last snapshot", { ...kept, skipFinalSnapshot: true }, "skipFinalSnapshot"),
      bad("no name for it", { deleteAutomatedBackups: false }, "finalSnapshotIdentifier"),
      bad("backups deleted", { ...kept, deleteAutomatedBackups: true }, "deleteAutomatedBackups"),
      bad("provider's default left", { finalSnapshotIdentifier: "orders-final" }, "deleteAutomatedBackups"),
      bad("cluster without last snapshot", { ...kept, skipFinalSnapshot: "true" }, "skipFinalSnapshot", {
        type: CLUSTER,
      }),
      unknown("not known", { ...kept, skipFinalSnapshot: UNKNOWN }, "skipFinalSnapshot"),
      unknown("backups not known", { ...kept, deleteAutomatedBackups: UNKNOWN }, "deleteAutomatedBackups"),
    ],
  },
};
