import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTIONS, MULTITENANT } from "./distributions";

export const cfWafAttached: Rule = {
  id: "cf-waf-attached",
  title: "A web ACL stands in front of every distribution that answers",
  severity: "medium",
  controls: { fsbp: ["CloudFront.6"], nist: ["SC-7", "AC-4(21)"] },
  references: { checkov: ["CKV_AWS_68"], cdkNag: ["AwsSolutions-CFR2"] },
  why: "Without a firewall every probe and every flood reaches the origin, or is paid for at the edge.",
  fix: "Set webAclId to the ARN of an aws.wafv2.WebAcl with scope CLOUDFRONT.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-6",
  types: DISTRIBUTIONS,
  check({ props, violated }) {
    const acl = props.at("webAclId");
    if (acl.isUnknown() || /^arn:[^:]+:wafv2:/.test(acl.string() ?? "")) return;
    if (props.at("enabled").isFalse()) return;
    violated(acl, "the ARN of a WAFv2 web ACL", acl.string() ? "no such ARN" : "nothing");
  },
  cases: {
    resource: [
      good("attached", { enabled: true, webAclId: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/x/1" }),
      good("attached, its ARN not known yet", { enabled: true, webAclId: UNKNOWN }, { type: MULTITENANT }),
      good("switched off", { enabled: "false" }),
      bad("none", { enabled: true }, "webAclId"),
      bad("none, for tenants", { enabled: true, webAclId: "" }, "webAclId", { type: MULTITENANT }),
      bad("of the first WAF", { enabled: true, webAclId: "473e64fd-f30b-4765-81a0-62ad96dd167a" }, "webAclId"),
      unknown("whether it is switched on not known", { enabled: UNKNOWN }, "enabled"),
    ],
  },
};
