import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const IMPORTED = ["certificateBody", "privateKey", "privateKeyWo"];

export const acmAutoRenewing: Rule = {
  id: "acm-auto-renewing",
  title: "Certificates renew themselves",
  severity: "medium",
  controls: { fsbp: ["ACM.1"], nist: ["SC-17", "IA-5"] },
  why: "An imported certificate, or one that waits for a click in an e-mail, runs out and takes the site down.",
  fix: 'Leave certificateBody and privateKey out, set validationMethod to "DNS" and create the validation records.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-1",
  types: ["aws:acm/certificate:Certificate"],
  check({ props, violated }) {
    const imported = IMPORTED.map((name) => props.at(name)).find((input) => input.isSet());
    if (imported) {
      violated(imported, "a certificate that ACM issues", "an imported one");
      return;
    }
    // A private authority validates nothing.
    if (props.at("certificateAuthorityArn").isSet()) return;
    const method = props.at("validationMethod");
    if (method.string() !== "DNS")
      violated(method, "DNS", method.isSet() ? "another method" : "nothing, which means e-mail");
  },
  cases: {
    resource: [
      good("validated by DNS", { domainName: "example.com", validationMethod: "DNS" }),
      good("from a private authority", { domainName: "example.com", certificateAuthorityArn: UNKNOWN }),
      bad("validated by e-mail", { domainName: "example.com", validationMethod: "EMAIL" }, "validationMethod"),
      bad("AWS's default left", { domainName: "example.com" }, "validationMethod"),
      bad("imported", { certificateBody: "x", privateKey: "x" }, "certificateBody"),
      bad("imported, not known yet", { privateKey: UNKNOWN }, "privateKey"),
      bad("imported, write-only", { privateKeyWo: "x" }, "privateKeyWo"),
      unknown("method not known", { domainName: "example.com", validationMethod: UNKNOWN }, "validationMethod"),
    ],
  },
};
