import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";

export const WEB_ACL = "aws:wafv2/webAcl:WebAcl";
/** Resources that add rules to a web ACL, by its `webAclArn`. */
export const SEPARATE_RULES = [
  "aws:wafv2/webAclRule:WebAclRule",
  "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
];

/** A rule group of AWS in a web ACL. */
export interface ManagedGroup {
  name: string;
  /** Where its override is set. */
  at: Value;
  /** Whether its verdicts are only counted, so that nothing is blocked. */
  isCounted: boolean;
}

/** AWS's rule groups that a web ACL, or a resource that adds a rule to one, names itself. */
export function managedGroupsOf({ type, props }: Pick<Subject, "type" | "props">): ManagedGroup[] {
  if (type === WEB_ACL)
    return [...props.at("rules").list().flatMap(ofRule), ...props.at("ruleJson").json().list().flatMap(ofJsonRule)];
  return [...ofRule(props), ...ofAssociation(props)];
}

function ofRule(rule: Value): ManagedGroup[] {
  const group = rule.at("statement.managedRuleGroupStatement");
  const override = rule.at("overrideAction");
  return ofAws(group.at("vendorName"), group.at("name"), override, () => override.at("count").isSet());
}

/** The spelling of AWS's API. */
function ofJsonRule(rule: Value): ManagedGroup[] {
  const group = rule.at("Statement.ManagedRuleGroupStatement");
  const override = rule.at("OverrideAction");
  return ofAws(group.at("VendorName"), group.at("Name"), override, () => override.at("Count").isSet());
}

function ofAssociation(props: Value): ManagedGroup[] {
  const group = props.at("managedRuleGroup");
  const override = props.at("overrideAction");
  return ofAws(group.at("vendorName"), group.at("name"), override, () => override.string()?.toLowerCase() === "count");
}

function ofAws(vendor: Value, group: Value, at: Value, isCounted: () => boolean): ManagedGroup[] {
  const name = group.string();
  return name !== undefined && vendor.string() === "AWS" ? [{ name, at, isCounted: isCounted() }] : [];
}
