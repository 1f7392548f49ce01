import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLUSTER, CLUSTER_INSTANCE, INSTANCE } from "./databases";

/** A cluster names it in another way. */
const pathOf = (type: string): string => (type === CLUSTER ? "caCertificateIdentifier" : "caCertIdentifier");

export const rdsCaCertModern: Rule = {
  id: "rds-ca-cert-modern",
  title: "Databases show a certificate of a current authority",
  severity: "low",
  controls: { nist: ["SC-17"] },
  references: { checkov: ["CKV_AWS_211"] },
  why: "A certificate of an expired authority makes clients fail, or makes people turn their checks off.",
  fix: 'Leave caCertIdentifier out or set it to "rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1" or "rds-ca-ecc384-g1".',
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html",
  types: [INSTANCE, CLUSTER_INSTANCE, CLUSTER],
  parameters: {
    authorities: {
      type: "array",
      items: { type: "string" },
      default: ["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"],
      description: "Certificate authorities that are current.",
    },
  },
  check({ resource, props, violated, params }) {
    const authority = props.at(pathOf(resource.type));
    const name = authority.string();
    if (name && !params.authorities.includes(name)) violated(authority, "a current authority", "an older one");
  },
  cases: {
    resource: [
      good("AWS's default left", {}),
      good("current", { caCertIdentifier: "rds-ca-rsa2048-g1" }),
      good("one of one's own list", { caCertIdentifier: "rds-ca-x" }, { params: { authorities: ["rds-ca-x"] } }),
      ...[INSTANCE, CLUSTER_INSTANCE, CLUSTER].map((type) =>
        bad(`older, ${type}`, { [pathOf(type)]: "rds-ca-2019" }, pathOf(type), { type }),
      ),
      unknown("not known", { caCertIdentifier: UNKNOWN }, "caCertIdentifier"),
    ],
  },
};
