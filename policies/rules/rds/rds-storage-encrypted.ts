import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, INSTANCE, isReplica } from "./databases";

export const rdsStorageEncrypted: Rule = {
  id: "rds-storage-encrypted",
  title: "Databases are encrypted on disk",
  severity: "high",
  controls: { fsbp: ["RDS.3", "RDS.27"], cis: ["2.2.1"], nist: ["SC-28(1)"] },
  references: { checkov: ["CKV_AWS_16", "CKV_AWS_96"], cdkNag: ["AwsSolutions-RDS2"] },
  why: "Without encryption the data, its backups and its replicas can be read by whoever gets hold of the storage.",
  fix: "Set storageEncrypted to true, with a kmsKeyId; a change replaces the database.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3",
  types: [INSTANCE, CLUSTER],
  check({ props, violated }) {
    // Serverless clusters of the first version cannot be without.
    if (isReplica(props) || props.at("engineMode").string() === "serverless") return;
    const encrypted = props.at("storageEncrypted");
    if (!encrypted.isTrue()) violated(encrypted, "true", "no encryption");
  },
  cases: {
    resource: [
      good("encrypted", { storageEncrypted: true }),
      good("encrypted, as text", { storageEncrypted: "true" }),
      good("replica, which has its source's encryption", { replicateSourceDb: UNKNOWN }),
      good("encrypted cluster", { storageEncrypted: true }, { type: CLUSTER }),
      good("cluster that replicates another", { replicationSourceIdentifier: "orders" }, { type: CLUSTER }),
      good("serverless cluster", { engineMode: "serverless" }, { type: CLUSTER }),
      bad("provider's default left", { engine: "postgres" }, "storageEncrypted"),
      bad("refused", { storageEncrypted: false }, "storageEncrypted"),
      bad("cluster, provider's default left", { engineMode: "provisioned" }, "storageEncrypted", { type: CLUSTER }),
      unknown("not known", { storageEncrypted: UNKNOWN }, "storageEncrypted"),
    ],
  },
};
