import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { ResourceContext, Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { directivesOf, RESPONSE_HEADERS_POLICY } from "./response-headers";

// The directives of what runs in the page or speaks for it; pictures, fonts and media may come from anywhere.
const SENSITIVE = [
  "default-src",
  "script-src",
  "script-src-elem",
  "script-src-attr",
  "style-src",
  "style-src-elem",
  "connect-src",
  "object-src",
  "worker-src",
  "frame-src",
  "child-src",
  "manifest-src",
  "base-uri",
  "form-action",
  "frame-ancestors",
];

const strict = "default-src 'self'; img-src *; frame-ancestors 'none'";
const csp = (contentSecurityPolicy: unknown) => ({ contentSecurityPolicy: { contentSecurityPolicy, override: true } });
const policy = (headers: object = {}, removed: unknown = ["Server", "X-Powered-By"]) => ({
  securityHeadersConfig: {
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: "DENY", override: true },
    referrerPolicy: { referrerPolicy: "same-origin", override: true },
    ...csp(strict),
    ...headers,
  },
  removeHeadersConfig: { items: Array.isArray(removed) ? removed.map((header) => ({ header })) : removed },
});
const place = "securityHeadersConfig";
const text = `${place}.contentSecurityPolicy.contentSecurityPolicy`;

export const cfSecurityHeaders: Rule = {
  id: "cf-security-headers",
  title: "Response headers policies set the headers that browsers protect visitors by",
  severity: "medium",
  controls: { nist: ["SI-10", "SC-18"] },
  why: "Without them a page can be framed by others, run code that was slipped in, and tell which software it runs on.",
  fix: "Set contentTypeOptions, frameOptions, referrerPolicy and contentSecurityPolicy, and removeHeadersConfig.items for Server and X-Powered-By.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
  types: [RESPONSE_HEADERS_POLICY],
  parameters: {
    removedHeaders: {
      type: "array",
      items: { type: "string" },
      default: ["Server", "X-Powered-By"],
      description: "Headers of the origin that visitors must not see.",
    },
  },
  check(context) {
    const { props, each, violated } = context;
    const headers = props.at("securityHeadersConfig");
    const policy = (): Value => headers.at("contentSecurityPolicy").at("contentSecurityPolicy");
    const present = (): void =>
      each(["contentTypeOptions", "referrerPolicy", "contentSecurityPolicy"], (key) => {
        if (!headers.at(key).isSet()) violated(headers.at(key), "the header", "nothing", key);
      });
    const frames = (): void => {
      const option = headers.at("frameOptions").at("frameOption");
      if (["DENY", "SAMEORIGIN"].includes(option.string() ?? "")) return;
      if (!directivesOf(policy().string() ?? "").has("frame-ancestors"))
        violated(option, "DENY or SAMEORIGIN", option.isSet() ? "another value" : "nothing", "frameOptions");
    };
    each([present, frames, () => checkContentSecurity(policy(), context), () => checkRemoved(context)], (part) =>
      part(),
    );
  },
  cases: {
    resource: [
      good("all of them", policy()),
      good("framing refused by the content security policy alone", policy({ frameOptions: undefined })),
      good(
        "from the same site",
        policy({ frameOptions: { frameOption: "SAMEORIGIN" }, ...csp("default-src 'self'") }, [
          "server",
          "x-powered-by",
          "via",
        ]),
      ),
      good("WebAssembly, by its own word", policy(csp("script-src 'self' 'wasm-unsafe-eval' https://*.example.com"))),
      good("one header more, where that is configured", policy({}, ["X-AspNet-Version"]), {
        params: { removedHeaders: ["X-AspNet-Version"] },
      }),
      ...["contentTypeOptions", "referrerPolicy", "contentSecurityPolicy"].map((key) =>
        bad(`no ${key}`, policy({ [key]: undefined }), `${place}.${key}`),
      ),
      bad(
        "no frame options anywhere",
        policy({ frameOptions: undefined, ...csp("default-src 'self'") }),
        `${place}.frameOptions.frameOption`,
      ),
      bad("eval", policy(csp(`${strict}; script-src 'self' 'unsafe-eval'`)), text),
      bad("code from anywhere", policy(csp(`${strict};SCRIPT-SRC  *`)), text),
      bad("everything from anywhere", policy(csp("default-src *")), text),
      bad("one header shown", policy({}, ["Server"]), "removeHeadersConfig.items"),
      bad(
        "both headers shown",
        { ...policy(), removeHeadersConfig: undefined },
        Array(2).fill("removeHeadersConfig.items"),
      ),
      unknown("content security policy not known", policy(csp(UNKNOWN)), "contentSecurityPolicy"),
      unknown("removed headers not known", policy({}, UNKNOWN), "items"),
    ],
  },
};

function checkContentSecurity(policy: Value, { violated }: ResourceContext): void {
  const directives = directivesOf(policy.string() ?? "");
  for (const directive of SENSITIVE) {
    const sources = directives.get(directive) ?? [];
    if (sources.includes("'unsafe-eval'")) violated(policy, "no eval", "'unsafe-eval'", `${directive} unsafe-eval`);
    if (sources.includes("*")) violated(policy, "named sources", `* in ${directive}`, `${directive} *`);
  }
}

function checkRemoved({ props, params, each, violated }: ResourceContext): void {
  const items = props.at("removeHeadersConfig").at("items");
  const removed = items.list().map((item) => item.at("header").string()?.toLowerCase());
  each(params.removedHeaders, (header: string) => {
    if (!removed.includes(header.toLowerCase())) violated(items, `${header} among them`, "not removed", header);
  });
}
