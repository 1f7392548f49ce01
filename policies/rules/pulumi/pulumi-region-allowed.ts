import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { regionOf } from "../../kernel/region";
import { ANY_AWS, type Rule } from "../../kernel/rule";

/** Services with one endpoint for the world: the provider's region says nothing about them. */
const GLOBAL =
  /^aws:(account|budgets|cloudfront|costexplorer|globalaccelerator|iam|organizations|route53|shield|waf)\//;
const INSTANCE = "aws:rds/instance:Instance";
const params = { regions: ["eu-west-1", "us-east-1"] };

export const pulumiRegionAllowed: Rule = {
  id: "pulumi-region-allowed",
  title: "Resources are in the regions that the organisation uses",
  severity: "medium",
  controls: { nist: ["SC-7", "CM-2"] },
  why: "Data may have to stay in a country, and nobody watches a region that nobody uses.",
  fix: "Take region out of the resource or set it, or its provider's, to one of the configured regions.",
  url: "https://www.pulumi.com/registry/packages/aws/how-to-guides/aws-enhanced-region-support/",
  types: [ANY_AWS],
  parameters: {
    regions: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Regions that resources may be in (us-east-1 for what belongs to CloudFront); empty allows all.",
    },
  },
  check({ resource, props, params: { regions }, violated }) {
    if (regions.length === 0 || GLOBAL.test(resource.type)) return;
    if (!regions.includes(regionOf(resource)))
      violated(props.at("region"), "one of the configured regions", "another region");
  },
  cases: {
    resource: [
      good("its own region", { region: "us-east-1" }, { type: INSTANCE, params }),
      good("its provider's", {}, { type: INSTANCE, params, options: { providerRegion: "eu-west-1" } }),
      good("nothing configured", { region: "ap-east-1" }, { type: INSTANCE }),
      good("a global service", {}, { type: "aws:iam/role:Role", params, options: { providerRegion: "ap-east-1" } }),
      bad("its own region", { region: "ap-east-1" }, "region", {
        type: INSTANCE,
        params,
        options: { providerRegion: "eu-west-1" },
      }),
      bad("its provider's", {}, "region", { type: INSTANCE, params, options: { providerRegion: "ap-east-1" } }),
      unknown("region not known", { region: UNKNOWN }, "region", { type: INSTANCE, params }),
      unknown("provider's region not known", {}, "region", { type: INSTANCE, params }),
    ],
  },
};
