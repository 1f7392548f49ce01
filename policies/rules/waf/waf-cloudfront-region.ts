import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { CLOUDFRONT_REGION, regionOf } from "../../kernel/region";
import { WEB_ACL } from "./managed-groups";

const RULE_GROUP = "aws:wafv2/ruleGroup:RuleGroup";

export const wafCloudfrontRegion: Rule = {
  id: "waf-cloudfront-region",
  title: "Web ACLs for CloudFront are created in us-east-1",
  severity: "high",
  controls: { nist: ["CM-2"] },
  why: "AWS accepts the scope CLOUDFRONT in that region only: the deployment fails half-way, without a firewall.",
  fix: 'Set region to "us-east-1" on the resource, or use a provider of that region.',
  url: "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html",
  types: [WEB_ACL, RULE_GROUP, "aws:wafv2/ipSet:IpSet", "aws:wafv2/regexPatternSet:RegexPatternSet"],
  check({ resource, props, violated }) {
    if (props.at("scope").string()?.toUpperCase() !== "CLOUDFRONT") return;
    if (regionOf(resource) !== CLOUDFRONT_REGION) violated("region", CLOUDFRONT_REGION, "another region");
  },
  cases: {
    resource: [
      good(
        "by its own region",
        { scope: "CLOUDFRONT", region: "us-east-1" },
        { options: { providerRegion: "eu-west-1" } },
      ),
      good("by the provider's region", { scope: "CLOUDFRONT" }, { options: { providerRegion: "us-east-1" } }),
      good("regional", { scope: "REGIONAL", region: "eu-west-1" }),
      bad("in another region", { scope: "CLOUDFRONT", region: "eu-west-1" }, "region"),
      bad("through a provider of another region", { scope: "CLOUDFRONT" }, "region", {
        type: RULE_GROUP,
        options: { providerRegion: "eu-west-1" },
      }),
      unknown("region not known", { scope: "CLOUDFRONT", region: UNKNOWN }, "region"),
      unknown("own region not known, whatever the provider's", { scope: "CLOUDFRONT", region: UNKNOWN }, "region", {
        options: { providerRegion: "us-east-1" },
      }),
      unknown("neither region known", { scope: "CLOUDFRONT" }, "region"),
      unknown("scope not known", { scope: UNKNOWN, region: "eu-west-1" }, "scope"),
    ],
  },
};
