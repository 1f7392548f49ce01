import { bad, badStack, good, goodStack, type Properties, unknown, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { managedGroupsOf, SEPARATE_RULES, WEB_ACL } from "./managed-groups";

const CORE = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"];
const [COMMON = "", BAD_INPUTS = ""] = CORE;
const [RULE = "", ASSOCIATION = ""] = SEPARATE_RULES;

const rule = (name: string, overrideAction: object = { none: {} }) => ({
  name,
  overrideAction,
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
});
const jsonRule = (name: string, OverrideAction: object = { None: {} }) => ({
  Name: name,
  OverrideAction,
  Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: name } },
});
const acl = (props: Properties) => ({ type: WEB_ACL, name: "acl", props });
const added = (type: string, props: Properties, refers = { webAclArn: "acl" }) => ({
  type,
  name: "added",
  props,
  refers,
});

export const wafManagedCoreRules: Rule = {
  id: "waf-managed-core-rules",
  title: "Web ACLs block by AWS's common rules and its rules for known bad inputs",
  severity: "high",
  controls: { nist: ["SI-3", "SC-7"] },
  references: { checkov: ["CKV_AWS_192", "CKV2_AWS_47", "CKV2_AWS_76"] },
  why: "These two groups stop the common injections and exploits such as Log4Shell; counted only, they stop nothing.",
  fix: "Add both groups with managedRuleGroupStatement and overrideAction { none: {} }; count single rules if need be.",
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html",
  types: [WEB_ACL, ...SEPARATE_RULES],
  check({ resource, each, violated }) {
    each(managedGroupsOf(resource), ({ name, at, isCounted }) => {
      if (isCounted && CORE.includes(name)) violated(at, "none, so that the group blocks", "count", name);
    });
  },
  checkStack({ subject, stack, each, violated }) {
    if (subject.type !== WEB_ACL) return;
    const own = managedGroupsOf(subject).map(({ name }) => name);
    each(
      CORE.filter((group) => !own.includes(group)),
      (group) => {
        const separate = stack.pointingAt(subject, SEPARATE_RULES, "webAclArn").flatMap(managedGroupsOf);
        if (!separate.some(({ name }) => name === group)) violated("rules", `the group ${group}`, "none", group);
      },
    );
  },
  cases: {
    resource: [
      good("both block", { rules: [rule(COMMON), rule(BAD_INPUTS)] }),
      good("single rules counted", {
        rules: {
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: "AWS",
              name: COMMON,
              ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
            },
          },
        },
      }),
      good("another group counted", { rules: [rule("AWSManagedRulesAnonymousIpList", { count: {} })] }),
      good("a namesake of another vendor counted", {
        rules: [
          {
            ...rule(COMMON, { count: {} }),
            statement: { managedRuleGroupStatement: { vendorName: "F5", name: COMMON } },
          },
        ],
      }),
      bad(
        "common rules counted",
        { rules: [rule(COMMON, { count: {} }), rule(BAD_INPUTS)] },
        "rules[0].overrideAction",
      ),
      bad("bad inputs counted", { rules: [rule(COMMON), rule(BAD_INPUTS, { count: {} })] }, "rules[1].overrideAction"),
      bad(
        "counted, as JSON",
        { ruleJson: JSON.stringify([jsonRule(COMMON, { Count: {} }), jsonRule(BAD_INPUTS)]) },
        "ruleJson[0].OverrideAction",
      ),
      bad("counted in a separate rule", rule(COMMON, { count: {} }), "overrideAction", { type: RULE }),
      bad(
        "counted in an association",
        { managedRuleGroup: { vendorName: "AWS", name: BAD_INPUTS }, overrideAction: "count" },
        "overrideAction",
        { type: ASSOCIATION },
      ),
      bad("no JSON", { ruleJson: "[" }, "ruleJson"),
      unknown("rules not known", { rules: UNKNOWN }, "rules"),
    ],
    stack: [
      goodStack("both inline", [acl({ rules: [rule(COMMON), rule(BAD_INPUTS)] })]),
      goodStack("both as JSON", [acl({ ruleJson: JSON.stringify([jsonRule(COMMON), jsonRule(BAD_INPUTS)]) })]),
      goodStack("one inline, one separate", [acl({ rules: rule(COMMON) }), added(RULE, rule(BAD_INPUTS))]),
      goodStack("one inline, one associated", [
        acl({ rules: [rule(BAD_INPUTS)] }),
        added(ASSOCIATION, { managedRuleGroup: { vendorName: "AWS", name: COMMON }, overrideAction: "none" }),
      ]),
      badStack("no common rules", [acl({ rules: [rule(BAD_INPUTS)] })], "rules"),
      badStack("no rules for bad inputs", [acl({ rules: rule(COMMON) })], "rules"),
      badStack("no rules at all", [acl({})], ["rules", "rules"]),
      badStack(
        "added to another web ACL",
        [
          acl({ rules: [rule(COMMON)] }),
          { ...acl({ rules: [rule(COMMON), rule(BAD_INPUTS)] }), name: "other" },
          added(RULE, rule(BAD_INPUTS), { webAclArn: "other" }),
        ],
        "rules",
      ),
      unknownStack("rules not known", [acl({ rules: UNKNOWN })], "rules"),
      unknownStack(
        "a rule of some web ACL",
        [acl({ rules: [rule(COMMON)] }), { type: RULE, name: "added", props: { webAclArn: UNKNOWN } }],
        "webAclArn",
      ),
    ],
  },
};
