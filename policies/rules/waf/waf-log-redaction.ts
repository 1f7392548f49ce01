import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const headers = (...names: unknown[]) => ({ redactedFields: names.map((name) => ({ singleHeader: { name } })) });

export const wafLogRedaction: Rule = {
  id: "waf-log-redaction",
  title: "The firewall's log holds no credentials",
  severity: "low",
  controls: { nist: ["SI-12", "AU-9"] },
  why: "The log repeats every header: who reads it could take over the sessions in it.",
  fix: 'Add redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }].',
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-management.html",
  types: ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"],
  parameters: {
    headers: {
      type: "array",
      items: { type: "string" },
      default: ["authorization", "cookie"],
      description: "Headers that the log must not hold.",
    },
  },
  check({ props, params, each, violated }) {
    const fields = props.at("redactedFields");
    const redacted = fields.list().map((field) => field.at("singleHeader").at("name").string()?.toLowerCase());
    each(params.headers, (header: string) => {
      if (!redacted.includes(header.toLowerCase())) violated(fields, `the header ${header}`, "not redacted", header);
    });
  },
  cases: {
    resource: [
      good("both", headers("authorization", "Cookie")),
      good("both among others", {
        redactedFields: [...headers("cookie", "authorization").redactedFields, { queryString: {} }],
      }),
      good("one, where that is configured", headers("x-api-key"), { params: { headers: ["X-Api-Key"] } }),
      bad("no credentials in the header", headers("cookie"), "redactedFields"),
      bad("no cookies", { redactedFields: { singleHeader: [{ name: "authorization" }] } }, "redactedFields"),
      bad("none", {}, ["redactedFields", "redactedFields"]),
      unknown("not known", { redactedFields: UNKNOWN }, "redactedFields"),
      unknown("a name not known", headers("cookie", UNKNOWN), "name"),
    ],
  },
};
