import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { RESPONSE_HEADERS_POLICY } from "./response-headers";

const cors = (accessControlAllowCredentials: unknown, items: unknown) => ({
  corsConfig: { accessControlAllowCredentials, accessControlAllowOrigins: { items } },
});

export const cfCorsNotWildcard: Rule = {
  id: "cf-cors-not-wildcard",
  title: "No page of just any site may call with a visitor's credentials",
  severity: "medium",
  controls: { nist: ["AC-4"] },
  why: "Any site that a signed-in visitor opens could then read and act in his name.",
  fix: "Name the origins in accessControlAllowOrigins.items, or set accessControlAllowCredentials to false.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
  types: [RESPONSE_HEADERS_POLICY],
  check({ props, violated }) {
    const origins = props.at("corsConfig").at("accessControlAllowOrigins").at("items");
    if (origins.strings().includes("*") && props.at("corsConfig.accessControlAllowCredentials").isTrue())
      violated(origins, "named origins", "* together with credentials");
  },
  cases: {
    resource: [
      good("named", cors(true, ["https://www.example.com"])),
      good("everybody, without credentials", cors(false, ["*"])),
      good("no CORS", {}),
      bad("everybody", cors(true, ["*"]), "corsConfig.accessControlAllowOrigins.items"),
      bad(
        "everybody, among others, as text",
        cors("true", ["https://a.example", "*"]),
        "corsConfig.accessControlAllowOrigins.items",
      ),
      unknown("origins not known", cors(true, UNKNOWN), "items"),
      unknown("credentials not known", cors(UNKNOWN, ["*"]), "accessControlAllowCredentials"),
    ],
  },
};
