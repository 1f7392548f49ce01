import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTIONS, eachBehaviour, MULTITENANT } from "./distributions";

const headers = (responseHeadersPolicyId?: unknown, pathPattern?: string) => ({ responseHeadersPolicyId, pathPattern });

export const cfResponseHeadersPolicy: Rule = {
  id: "cf-response-headers-policy",
  title: "Every path of a distribution has a response headers policy",
  severity: "medium",
  controls: { nist: ["SI-10", "SC-8"] },
  references: { checkov: ["CKV2_AWS_32"] },
  why: "The headers that tell browsers to stay on HTTPS and to run no foreign code are missing from these answers.",
  fix: "Set responseHeadersPolicyId in every cache behaviour to an aws.cloudfront.ResponseHeadersPolicy.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html",
  types: DISTRIBUTIONS,
  check({ props, each, violated }) {
    eachBehaviour(props, each, (behaviour, name) => {
      const policy = behaviour.at("responseHeadersPolicyId");
      if (!policy.isUnknown() && !policy.string()) violated(policy, "a response headers policy", "nothing", name);
    });
  },
  cases: {
    resource: [
      good("every path", { defaultCacheBehavior: headers(UNKNOWN), orderedCacheBehaviors: [headers("p-1", "/api/*")] }),
      bad("default", { defaultCacheBehavior: headers() }, "defaultCacheBehavior.responseHeadersPolicyId"),
      bad(
        "one path of two, empty",
        {
          defaultCacheBehavior: headers("p-1"),
          orderedCacheBehaviors: [headers("p-1", "/a/*"), headers("", "/api/*")],
        },
        "orderedCacheBehaviors[1].responseHeadersPolicyId",
      ),
      bad(
        "one path for tenants",
        { defaultCacheBehavior: [headers("p-1")], cacheBehaviors: [headers(undefined, "/api/*")] },
        "cacheBehaviors[0].responseHeadersPolicyId",
        { type: MULTITENANT },
      ),
      unknown(
        "paths not known",
        { defaultCacheBehavior: headers("p-1"), orderedCacheBehaviors: UNKNOWN },
        "orderedCacheBehaviors",
      ),
    ],
  },
};
