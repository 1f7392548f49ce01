import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

export const acmNoWildcard: Rule = {
  id: "acm-no-wildcard",
  title: "Certificates name their hosts",
  severity: "low",
  controls: { nist: ["SC-17"] },
  references: { checkov: ["CKV2_AWS_71"] },
  why: "The key of a wildcard certificate is good for every host of the domain, wherever it leaks.",
  fix: "List the hosts in domainName and subjectAlternativeNames.",
  url: "https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-wildcard",
  types: ["aws:acm/certificate:Certificate"],
  optIn: true,
  check({ props, each, violated }) {
    const names = (): void =>
      each(props.at("subjectAlternativeNames").list(), (name) => {
        if (name.string()?.includes("*")) violated(name, "a host", "a wildcard");
      });
    const domain = (): void => {
      const name = props.at("domainName");
      if (name.string()?.includes("*")) violated(name, "a host", "a wildcard");
    };
    each([domain, names], (part) => part());
  },
  cases: {
    resource: [
      good("hosts", { domainName: "example.com", subjectAlternativeNames: ["www.example.com"] }),
      bad("wildcard", { domainName: "*.example.com" }, "domainName"),
      bad(
        "wildcard beside a host",
        { domainName: "example.com", subjectAlternativeNames: ["www.example.com", "*.example.com"] },
        "subjectAlternativeNames[1]",
      ),
      unknown("name not known", { domainName: UNKNOWN }, "domainName"),
      unknown(
        "further names not known",
        { domainName: "a.example.com", subjectAlternativeNames: UNKNOWN },
        "subjectAlternativeNames",
      ),
    ],
  },
};
