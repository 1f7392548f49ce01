import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { SEPARATE_RULES, WEB_ACL } from "./managed-groups";
import { rulesOf } from "./rules-of";

const acl = (props: Properties = {}, name = "acl"): CaseResource => ({ type: WEB_ACL, name, props });
const added = (type: string | undefined, of = "acl"): CaseResource => ({
  type: type ?? "",
  name: "added",
  props: { webAclArn: UNKNOWN },
  refers: { webAclArn: of },
});

export const wafHasRules: Rule = {
  id: "waf-has-rules",
  title: "Every web ACL has rules",
  severity: "medium",
  controls: { fsbp: ["WAF.10"], nist: ["SC-7", "AC-4(21)"] },
  references: { checkov: ["CKV_AWS_175", "CKV_AWS_342"] },
  why: "A web ACL without rules lets everything through, and looks like a firewall in every list.",
  fix: "Add rules to the aws.wafv2.WebAcl, or declare aws.wafv2.WebAclRule resources with its ARN.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-10",
  types: [WEB_ACL],
  checkStack({ subject, stack, violated }) {
    if (rulesOf(subject).length > 0) return;
    if (stack.pointingAt(subject, SEPARATE_RULES, "webAclArn").length === 0)
      violated("rules", "at least one rule", "none");
  },
  cases: {
    stack: [
      goodStack("inline", [acl({ rules: [{ name: "a" }] })]),
      goodStack("as JSON", [acl({ ruleJson: '[{"Name":"a"}]' })]),
      ...SEPARATE_RULES.map((type) => goodStack(`separate, ${type}`, [acl(), added(type)])),
      badStack("none", [acl()], "rules"),
      badStack("empty lists", [acl({ rules: [], ruleJson: "[]" })], "rules"),
      badStack(
        "of another web ACL",
        [acl(), acl({ rules: [{ name: "a" }] }, "other"), added(SEPARATE_RULES[0], "other")],
        "rules",
      ),
      unknownStack("not known", [acl({ rules: UNKNOWN })], "rules"),
      unknownStack("of some web ACL", [acl(), { ...added(SEPARATE_RULES[0]), refers: {} }], "webAclArn"),
    ],
  },
};
