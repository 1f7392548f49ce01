import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { ResourceContext, Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";
import { DISTRIBUTIONS, eachBehaviour, MULTITENANT } from "./distributions";

const policy = (viewerProtocolPolicy: unknown, pathPattern?: string) => ({ viewerProtocolPolicy, pathPattern });
const https = policy("redirect-to-https");

export const cfViewerHttps: Rule = {
  id: "cf-viewer-https",
  title: "Viewers reach every path of a distribution over HTTPS only",
  severity: "high",
  controls: { fsbp: ["CloudFront.3"], nist: ["SC-8(1)"] },
  references: { checkov: ["CKV_AWS_34"] },
  why: "Over plain HTTP everybody on the way reads sessions and passwords, and may change the pages.",
  fix: 'Set viewerProtocolPolicy to "redirect-to-https" or "https-only" in every cache behaviour.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-3",
  types: DISTRIBUTIONS,
  check({ props, each, violated }) {
    eachOverHttp(props, each, (policy, name) =>
      violated(policy, "redirect-to-https or https-only", policy.isSet() ? "plain HTTP accepted" : "nothing", name),
    );
  },
  remedy({ props, each, set }) {
    eachOverHttp(props, each, (policy) => set(policy, "redirect-to-https"));
  },
  cases: {
    resource: [
      good("redirected", { defaultCacheBehavior: https }),
      good("HTTPS only, every path", {
        defaultCacheBehavior: [policy("https-only")],
        orderedCacheBehaviors: [policy("https-only", "/a/*"), https],
      }),
      bad("default", { defaultCacheBehavior: policy("allow-all") }, "defaultCacheBehavior.viewerProtocolPolicy", {
        parts: ["default"],
      }),
      bad("absent", { defaultCacheBehavior: {} }, "defaultCacheBehavior.viewerProtocolPolicy"),
      bad(
        "one path of two",
        { defaultCacheBehavior: https, orderedCacheBehaviors: [https, policy("allow-all", "/api/*")] },
        "orderedCacheBehaviors[1].viewerProtocolPolicy",
        { parts: ["/api/*"] },
      ),
      bad(
        "one path of a distribution for tenants",
        { defaultCacheBehavior: https, cacheBehaviors: [policy("allow-all", "/api/*")] },
        "cacheBehaviors[0].viewerProtocolPolicy",
        { type: MULTITENANT },
      ),
      bad(
        "every path",
        { defaultCacheBehavior: [policy("allow-all")], orderedCacheBehaviors: [policy("allow-all"), {}] },
        [
          "defaultCacheBehavior[0].viewerProtocolPolicy",
          "orderedCacheBehaviors[0].viewerProtocolPolicy",
          "orderedCacheBehaviors[1].viewerProtocolPolicy",
        ],
      ),
      unknown("not known", { defaultCacheBehavior: policy(UNKNOWN) }, "viewerProtocolPolicy"),
      unknown(
        "paths not known",
        { defaultCacheBehavior: https, orderedCacheBehaviors: UNKNOWN },
        "orderedCacheBehaviors",
      ),
    ],
  },
};

/** Calls back for the policy of each cache behaviour that accepts plain HTTP. */
function eachOverHttp(
  props: Value,
  each: ResourceContext["each"],
  report: (policy: Value, behaviour: string) => void,
): void {
  eachBehaviour(props, each, (behaviour, name) => {
    const policy = behaviour.at("viewerProtocolPolicy");
    if (!["redirect-to-https", "https-only"].includes(policy.string() ?? "")) report(policy, name);
  });
}
