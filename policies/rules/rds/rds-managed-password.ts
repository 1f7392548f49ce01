import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const CLUSTER = "aws:rds/cluster:Cluster";

export const rdsManagedPassword: Rule = {
  id: "rds-managed-password",
  title: "The program never holds a database's administrator password",
  severity: "high",
  controls: { nist: ["IA-5(7)"] },
  references: { checkov: ["CKV_SECRET"] },
  why: "A password that passes through the program stays in its state, is never rotated and is read by whoever deploys.",
  fix: "Set manageMasterUserPassword to true and remove password (masterPassword), or use its write-only twin (…Wo).",
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
  types: ["aws:rds/instance:Instance", CLUSTER],
  check({ props, violated }) {
    if (props.at("manageMasterUserPassword").isTrue()) return;
    // A policy cannot see whether the text was a Pulumi secret, nor does it need to know it.
    for (const password of [props.at("password"), props.at("masterPassword")])
      if (password.isUnknown() || password.string())
        violated(password, "manageMasterUserPassword, or a write-only password", "a password given by the program");
  },
  cases: {
    resource: [
      good("managed by RDS", { manageMasterUserPassword: true }),
      good("managed by RDS, as text", { manageMasterUserPassword: "true" }),
      good("managed, with a password beside it that the provider refuses", {
        manageMasterUserPassword: true,
        password: UNKNOWN,
      }),
      good("write-only", { passwordWo: "example", passwordWoVersion: 1 }),
      good("replica, which has its source's", { replicateSourceDb: "orders" }),
      good("managed cluster", { manageMasterUserPassword: true }, { type: CLUSTER }),
      good("write-only for a cluster", { masterPasswordWo: "example" }, { type: CLUSTER }),
      bad("given", { password: "example" }, "password"),
      bad("given, not managed", { password: "example", manageMasterUserPassword: false }, "password"),
      bad("given by another resource", { password: UNKNOWN }, "password"),
      bad("given to a cluster", { masterPassword: "example" }, "masterPassword", { type: CLUSTER }),
      unknown(
        "management not known",
        { password: UNKNOWN, manageMasterUserPassword: UNKNOWN },
        "manageMasterUserPassword",
      ),
    ],
  },
};
