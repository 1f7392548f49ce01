import {
  bad,
  badStack,
  type CaseResource,
  good,
  goodStack,
  type Properties,
  unknown,
  UNKNOWN,
  unknownStack,
} from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { isWritten } from "../../kernel/is-written";
import { demandCustomerKey } from "../../kernel/customer-key";
import { CLUSTER, INSTANCE, isReplica } from "./databases";

const SNAPSHOT = "aws:rds/snapshot:Snapshot";
const CLUSTER_SNAPSHOT = "aws:rds/clusterSnapshot:ClusterSnapshot";
const COPIES = ["aws:rds/snapshotCopy:SnapshotCopy", "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy"];

/** Where each kind of snapshot names its database. */
const SOURCE_OF: { [type: string]: string } = {
  [SNAPSHOT]: "dbInstanceIdentifier",
  [CLUSTER_SNAPSHOT]: "dbClusterIdentifier",
};
const key = "arn:aws:kms:eu-west-1:123456789012:key/1";
const database = (props: Properties, type = INSTANCE): CaseResource => ({ type, name: "orders", props });
const snapshot = (type: string, refers: string[] = ["orders"]): CaseResource => ({
  type,
  name: "snapshot",
  props: { [SOURCE_OF[type] ?? ""]: UNKNOWN },
  refers: { [SOURCE_OF[type] ?? ""]: refers },
});

export const rdsSnapshotEncrypted: Rule = {
  id: "rds-snapshot-encrypted",
  title: "Snapshots of databases are encrypted",
  severity: "medium",
  controls: { fsbp: ["RDS.4"], nist: ["SC-28(1)"] },
  references: { checkov: ["CKV_AWS_146", "CKV_AWS_266"] },
  why: "A snapshot in the clear can be restored by every account that it is shared with, now or later.",
  fix: "Set storageEncrypted of the database, and kmsKeyId of a copy.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-4",
  types: [...COPIES, SNAPSHOT, CLUSTER_SNAPSHOT],
  check({ resource, props, violated }) {
    if (COPIES.includes(resource.type)) demandCustomerKey(props.at("kmsKeyId"), violated);
  },
  checkStack({ subject, stack, each, violated }) {
    const property = SOURCE_OF[subject.type];
    if (!property) return;
    each(stack.targets(subject, property, [INSTANCE, CLUSTER]), (source) => {
      const isEncrypted = isWritten(source, "storageEncrypted") && source.props.at("storageEncrypted").isTrue();
      const isInherited = isReplica(source.props) || source.props.at("engineMode").string() === "serverless";
      if (!isEncrypted && !isInherited) violated(property, "an encrypted database", "one that is not encrypted");
    });
  },
  cases: {
    resource: [
      good("copy with a key", { kmsKeyId: key }),
      good("snapshot, which has its source's key", {}, { type: SNAPSHOT }),
      ...COPIES.map((type) => bad(`copy without a key, ${type}`, {}, "kmsKeyId", { type })),
      bad("copy with AWS's key", { kmsKeyId: "alias/aws/rds" }, "kmsKeyId"),
      unknown("key not known", { kmsKeyId: UNKNOWN }, "kmsKeyId"),
    ],
    stack: [
      goodStack("of an encrypted instance", [database({ storageEncrypted: true }), snapshot(SNAPSHOT)]),
      goodStack("of an encrypted cluster", [database({ storageEncrypted: true }, CLUSTER), snapshot(CLUSTER_SNAPSHOT)]),
      goodStack("of a replica", [database({ replicateSourceDb: "source" }), snapshot(SNAPSHOT)]),
      goodStack("of a serverless cluster", [
        database({ engineMode: "serverless" }, CLUSTER),
        snapshot(CLUSTER_SNAPSHOT),
      ]),
      goodStack("of a database of another stack", [
        { ...snapshot(SNAPSHOT, []), props: { dbInstanceIdentifier: "shared" } },
      ]),
      badStack("of an instance in the clear", [database({}), snapshot(SNAPSHOT)], "dbInstanceIdentifier"),
      badStack(
        "of a cluster in the clear, before AWS fills it in",
        [database({ storageEncrypted: UNKNOWN }, CLUSTER), snapshot(CLUSTER_SNAPSHOT)],
        "dbClusterIdentifier",
      ),
      badStack(
        "of an instance by its known name",
        [database({ identifier: "orders" }), { ...snapshot(SNAPSHOT, []), props: { dbInstanceIdentifier: "orders" } }],
        "dbInstanceIdentifier",
      ),
      unknownStack("of some database", [database({}), snapshot(SNAPSHOT, [])], "dbInstanceIdentifier"),
    ],
  },
};
