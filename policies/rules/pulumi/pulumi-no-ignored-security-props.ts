import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { Value } from "../../kernel/value";
import { checkedProperties, keysOf, overlaps } from "./checked-properties";

const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const ROLE = "aws:iam/role:Role";
const ACCESS_POINT = "aws:s3/accessPoint:AccessPoint";
const ignoring = (type: string, ...ignoreChanges: string[]) => ({ type, options: { ignoreChanges } });

/** The rule over the properties that `rules` check. */
export function pulumiNoIgnoredSecurityProps(rules: readonly Rule[]): Rule {
  const checked = checkedProperties(rules);
  return {
    id: "pulumi-no-ignored-security-props",
    title: "Pulumi ignores changes of no property that a blocking rule checks",
    severity: "high",
    controls: { nist: ["CM-3"] },
    why: "What Pulumi ignores is judged as the program writes it, while AWS keeps what somebody set by hand.",
    fix: "Take the property out of the resource option ignoreChanges, or name a narrower path.",
    url: "https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/",
    types: [...checked.keys()],
    check({ resource, each, violated }) {
      const properties = checked.get(resource.type) ?? [];
      each(new Value(resource.ignoreChanges, "ignoreChanges").list(), (entry) => {
        const ignored = entry.string() ?? "";
        if (properties.some((property) => overlaps(keysOf(ignored), property)))
          violated(entry, "no property that a rule checks", `changes of ${ignored} ignored`, ignored);
      });
    },
    cases: {
      resource: [
        good("nothing ignored", {}, { type: POLICY }),
        good("another property", {}, ignoring(POLICY, "bucket")),
        good("a neighbour inside the same property", {}, ignoring(ROLE, "inlinePolicies[0].name", "tags")),
        bad("the property", {}, "ignoreChanges[1]", ignoring(POLICY, "bucket", "policy")),
        bad("all properties", {}, "ignoreChanges[0]", ignoring(POLICY, "*")),
        bad("a part of it", {}, "ignoreChanges[0]", ignoring(ROLE, 'assumeRolePolicy["Statement"]')),
        bad("an element of a list", {}, "ignoreChanges[0]", ignoring(ROLE, "inlinePolicies[*].policy")),
        bad("the property around it", {}, "ignoreChanges[0]", ignoring(ACCESS_POINT, "publicAccessBlockConfiguration")),
        unknown("an entry that is not known", {}, "ignoreChanges[0]", ignoring(POLICY, UNKNOWN)),
      ],
    },
  };
}
