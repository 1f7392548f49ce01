import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, INSTANCE } from "./databases";

export const rdsDeletionProtection: Rule = {
  id: "rds-deletion-protection",
  title: "AWS refuses to delete the database",
  severity: "medium",
  controls: { fsbp: ["RDS.7", "RDS.8"], nist: ["CP-2", "CM-3"] },
  references: { checkov: ["CKV_AWS_139", "CKV_AWS_293"], cdkNag: ["AwsSolutions-RDS10"] },
  why: "A wrong stack, a replacement or a slip in the console otherwise deletes the database within minutes.",
  fix: "Set deletionProtection to true.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-8",
  types: [INSTANCE, CLUSTER],
  check({ props, violated }) {
    const protection = props.at("deletionProtection");
    if (!protection.isTrue()) violated(protection, "true", "no protection");
  },
  remedy: ({ set }) => set("deletionProtection", true),
  cases: {
    resource: [
      good("protected", { deletionProtection: true }),
      good("protected cluster, as text", { deletionProtection: "true" }, { type: CLUSTER }),
      bad("AWS's default left", { engine: "postgres" }, "deletionProtection"),
      bad("refused", { deletionProtection: false }, "deletionProtection"),
      bad("cluster, AWS's default left", {}, "deletionProtection", { type: CLUSTER }),
      unknown("not known", { deletionProtection: UNKNOWN }, "deletionProtection"),
    ],
  },
};
