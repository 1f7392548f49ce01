import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { DISTRIBUTION, eachBehaviour } from "./distributions";

export const cfTrustedKeyGroups: Rule = {
  id: "cf-trusted-key-groups",
  title: "Signed URLs and cookies are checked by key groups, not by accounts",
  severity: "medium",
  controls: { fsbp: ["CloudFront.17"], nist: ["IA-5", "AC-3"] },
  why: "Keys of a trusted account can be made and rotated by its root user only, and nobody sees which are in use.",
  fix: "Replace trustedSigners by trustedKeyGroups with the id of an aws.cloudfront.KeyGroup.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-17",
  types: [DISTRIBUTION],
  check({ props, each, violated }) {
    eachBehaviour(props, each, (behaviour, name) => {
      const signers = behaviour.at("trustedSigners");
      if (signers.list().length > 0) violated(signers, "trustedKeyGroups instead", "trusted accounts", name);
    });
  },
  cases: {
    resource: [
      good("a key group", { defaultCacheBehavior: { trustedKeyGroups: ["kg-1"], trustedSigners: [] } }),
      good("nothing signed", { defaultCacheBehavior: {}, orderedCacheBehaviors: [{ pathPattern: "/a/*" }] }),
      bad(
        "the own account",
        { defaultCacheBehavior: { trustedSigners: ["self"] } },
        "defaultCacheBehavior.trustedSigners",
      ),
      bad(
        "one path, as text",
        { defaultCacheBehavior: {}, orderedCacheBehaviors: { pathPattern: "/a/*", trustedSigners: "123456789012" } },
        "orderedCacheBehaviors.trustedSigners",
      ),
      unknown("not known", { defaultCacheBehavior: { trustedSigners: UNKNOWN } }, "trustedSigners"),
    ],
  },
};
