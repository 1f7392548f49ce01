import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { ResourceContext, Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { RESPONSE_HEADERS_POLICY } from "./response-headers";

const YEAR = 31536000;
const place = "securityHeadersConfig.strictTransportSecurity";
const header = (accessControlMaxAgeSec: number): { [setting: string]: number | true } => ({
  accessControlMaxAgeSec,
  includeSubdomains: true,
  override: true,
});
const hsts = (props: object = {}) => ({
  securityHeadersConfig: { strictTransportSecurity: { ...header(YEAR), ...props } },
});

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
      default: YEAR,
      description: "Shortest time that browsers remember it, in seconds.",
    },
  },
  check({ props, params, each, violated }) {
    const given = props.at(place);
    if (!given.isSet()) return violated(given, "the header", "nothing");
    eachWeak(given, params.minimumSeconds, each, (setting, demanded, name) => {
      if (demanded === true) violated(setting, "true", setting.isSet() ? "false" : "nothing", name);
      else violated(setting, `at least ${demanded} seconds`, "less", "age");
    });
  },
  remedy({ props, params, each, set }) {
    const given = props.at(place);
    if (!given.isSet()) return set(given, header(params.minimumSeconds));
    eachWeak(given, params.minimumSeconds, each, (setting, demanded) => set(setting, demanded));
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
      bad(
        "a month, as text, for the domain alone",
        hsts({ accessControlMaxAgeSec: "2592000", includeSubdomains: "false" }),
        [`${place}.accessControlMaxAgeSec`, `${place}.includeSubdomains`],
      ),
      unknown("age not known", hsts({ accessControlMaxAgeSec: UNKNOWN }), "accessControlMaxAgeSec"),
    ],
  },
};

/** Calls back for each setting of the header that is weaker than demanded. */
function eachWeak(
  given: Value,
  seconds: number,
  each: ResourceContext["each"],
  report: (setting: Value, demanded: number | true, name: string) => void,
): void {
  each(Object.entries(header(seconds)), ([name, demanded]) => {
    const setting = given.at(name);
    const isStrong = demanded === true ? setting.isTrue() : (setting.number() ?? 0) >= Number(demanded);
    if (!isStrong) report(setting, demanded, name);
  });
}
