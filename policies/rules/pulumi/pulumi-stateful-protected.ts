import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET } from "../../kernel/tokens";

const INSTANCE = "aws:rds/instance:Instance";
const KEY = "aws:kms/key:Key";
const protect = { options: { protect: true } };

export const pulumiStatefulProtected: Rule = {
  id: "pulumi-stateful-protected",
  title: "Pulumi refuses to delete what holds data",
  severity: "medium",
  controls: { nist: ["CM-3", "CP-9"] },
  why: "A change of a name or of the program's structure deletes a resource, and its data with it, in a normal update.",
  fix: "Set the resource option protect to true; children take it from their component.",
  url: "https://www.pulumi.com/docs/iac/concepts/options/protect/",
  types: [
    INSTANCE,
    "aws:rds/cluster:Cluster",
    ...BUCKET,
    "aws:backup/vault:Vault",
    "aws:dynamodb/table:Table",
    "aws:ecr/repository:Repository",
    "aws:efs/fileSystem:FileSystem",
    KEY,
    "aws:secretsmanager/secret:Secret",
  ],
  check({ resource, props, violated }) {
    // A replica has nothing of its own.
    if (resource.protect || props.at("replicateSourceDb").string()) return;
    violated("protect", "the option protect", "none");
  },
  cases: {
    resource: [
      good("protected", {}, protect),
      good("protected, another type", {}, { ...protect, type: KEY }),
      good("replica", { replicateSourceDb: "orders" }),
      bad("not protected", {}, "protect"),
      bad("not protected, another type", { enableKeyRotation: true }, "protect", { type: KEY }),
      bad("refused", {}, "protect", { type: BUCKET[0] ?? "", options: { protect: false } }),
      unknown("replica or not, not known", { replicateSourceDb: UNKNOWN }, "replicateSourceDb"),
    ],
  },
};
