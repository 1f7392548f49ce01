import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { RESPONSE_HEADERS_POLICY } from "./response-headers";

const hsts = (props: object = {}) => ({
  securityHeadersConfig: {
    strictTransportSecurity: { accessControlMaxAgeSec: 31536000, includeSubdomains: true, override: true, ...props },
  },
});
const place = "securityHeadersConfig.strictTransportSecurity";

export const cfHsts: Rule = {
  id: "cf-hsts",
  title: "Response headers policies tell browsers to use HTTPS for a year",
  severity: "high",
  controls: { nist: ["SC-8(1)", "SC-23"] },
  references: { checkov: ["CKV_AWS_259"] },
  why: "The first request of a visit can be plain HTTP, and who catches it keeps the visitor there.",
  fix: "Set securityHeadersConfig.strictTransportSecurity { accessControlMaxAgeSec: 31536000, includeSubdomains: true, override: true }.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
  types: [RESPONSE_HEADERS_POLICY],
  parameters: {
    minimumSeconds: {
      type: "integer",
      minimum: 0,
      default: 31536000,
      description: "Shortest time that browsers remember it, in seconds.",
    },
  },
  check({ props, params, each, violated }) {
    const header = props.at("securityHeadersConfig").at("strictTransportSecurity");
    if (!header.isSet()) return violated(header, "the header", "nothing");
    const age = (): void => {
      const seconds = header.at("accessControlMaxAgeSec");
      if ((seconds.number() ?? 0) < params.minimumSeconds)
        violated(seconds, `at least ${params.minimumSeconds} seconds`, "less", "age");
    };
    const flags = (): void =>
      each(["includeSubdomains", "override"], (flag) => {
        const value = header.at(flag);
        if (!value.isTrue()) violated(value, "true", value.isSet() ? "false" : "nothing", flag);
      });
    each([age, flags], (part) => part());
  },
  cases: {
    resource: [
      good("a year", hsts()),
      good("two years, as text, in lists of one", {
        securityHeadersConfig: [
          {
            strictTransportSecurity: [
              { accessControlMaxAgeSec: "63072000", includeSubdomains: "true", override: "true", preload: true },
            ],
          },
        ],
      }),
      good("a day where that is enough", hsts({ accessControlMaxAgeSec: 86400 }), {
        params: { minimumSeconds: 86400 },
      }),
      bad("no security headers", { corsConfig: {} }, place),
      bad("other headers", { securityHeadersConfig: { contentTypeOptions: { override: true } } }, place),
      bad("a month", hsts({ accessControlMaxAgeSec: 2592000 }), `${place}.accessControlMaxAgeSec`),
      bad("subdomains left out", hsts({ includeSubdomains: undefined }), `${place}.includeSubdomains`),
      bad("the origin's header kept", hsts({ override: false }), `${place}.override`),
      unknown("age not known", hsts({ accessControlMaxAgeSec: UNKNOWN }), "accessControlMaxAgeSec"),
    ],
  },
};
