import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTIONS, MULTITENANT } from "./distributions";

const geo = (restrictionType?: unknown, list = "locations") => ({
  restrictions: { geoRestriction: { restrictionType, [list]: [] } },
});
const place = "restrictions.geoRestriction.restrictionType";

export const cfGeoRestriction: Rule = {
  id: "cf-geo-restriction",
  title: "Distributions answer in chosen countries only",
  severity: "low",
  controls: { nist: ["AC-4"] },
  references: { checkov: ["CKV_AWS_374"], cdkNag: ["AwsSolutions-CFR1"] },
  why: "A site for few countries need not answer probes from all others.",
  fix: 'Set restrictions.geoRestriction to restrictionType "whitelist" or "blacklist" with country codes as locations (of a MultitenantDistribution: items).',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html",
  types: DISTRIBUTIONS,
  optIn: true,
  check({ props, violated }) {
    const type = props.at(place);
    if ((type.string() ?? "none") === "none")
      violated(type, "whitelist or blacklist", type.isSet() ? "none" : "nothing");
  },
  cases: {
    resource: [
      good("some countries", geo("whitelist")),
      good("all but some, for tenants", geo("blacklist", "items"), { type: MULTITENANT }),
      bad("none", geo("none"), place),
      bad("absent", {}, place),
      unknown("not known", geo(UNKNOWN), "restrictionType"),
    ],
  },
};
