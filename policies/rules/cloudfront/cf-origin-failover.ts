import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTIONS, MULTITENANT } from "./distributions";

const group = (...members: string[]) => ({ originId: "pair", members: members.map((originId) => ({ originId })) });

export const cfOriginFailover: Rule = {
  id: "cf-origin-failover",
  title: "Distributions have a second origin to fall back on",
  severity: "low",
  controls: { fsbp: ["CloudFront.4"], nist: ["CP-10"] },
  references: { checkov: ["CKV_AWS_310"] },
  why: "With one origin every outage of it is an outage of the site, errors at the edge included.",
  fix: "Add originGroups with two members and failoverCriteria, and let the behaviours target the group.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-4",
  types: DISTRIBUTIONS,
  optIn: true,
  check({ props, violated }) {
    const groups = props.at("originGroups");
    if (!groups.list().some((each) => each.at("members").list().length >= 2))
      violated(groups, "a group of two origins", groups.isSet() ? "no group of two" : "nothing");
  },
  cases: {
    resource: [
      good("two", { originGroups: [group("main", "spare")] }),
      good(
        "two for tenants, as an object",
        {
          originGroups: { id: "pair", members: [{ originId: "main" }, { originId: "spare" }] },
        },
        { type: MULTITENANT },
      ),
      bad("none", {}, "originGroups"),
      bad("one", { originGroups: [group("main")] }, "originGroups"),
      unknown("not known", { originGroups: UNKNOWN }, "originGroups"),
    ],
  },
};
