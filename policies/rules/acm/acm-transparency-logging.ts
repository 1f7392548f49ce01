import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const PATH = "options.certificateTransparencyLoggingPreference";
const preference = (certificateTransparencyLoggingPreference: unknown) => ({
  options: { certificateTransparencyLoggingPreference },
});

export const acmTransparencyLogging: Rule = {
  id: "acm-transparency-logging",
  title: "Certificates are entered in the public transparency logs",
  severity: "low",
  controls: { nist: ["SC-17"] },
  references: { checkov: ["CKV_AWS_234"] },
  why: "Browsers warn of certificates that are not in the logs, where forged ones are noticed.",
  fix: 'Leave options.certificateTransparencyLoggingPreference at its default of "ENABLED".',
  url: "https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-transparency",
  types: ["aws:acm/certificate:Certificate"],
  check({ props, violated }) {
    const setting = props.at(PATH);
    if (setting.string() === "DISABLED") violated(setting, "ENABLED or absent", "DISABLED");
  },
  // In place, since https://github.com/hashicorp/terraform-provider-aws/pull/29763 (UpdateCertificateOptions).
  remedy: ({ set }) => set(PATH, "ENABLED"),
  cases: {
    resource: [
      good("provider's default left", { domainName: "example.com" }),
      good("on", preference("ENABLED")),
      good("another option alone", { options: [{ export: "DISABLED" }] }),
      bad("off", preference("DISABLED"), PATH),
      bad("off, in a list of one", { options: [preference("DISABLED").options] }, PATH),
      unknown("not known", preference(UNKNOWN), PATH),
    ],
  },
};
