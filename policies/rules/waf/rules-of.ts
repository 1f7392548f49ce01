import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";
import { SEPARATE_RULES } from "./managed-groups";

export const RULE_GROUP = "aws:wafv2/ruleGroup:RuleGroup";

/** A rule in the spelling of the provider, or of AWS's API in JSON. */
export interface WafRule {
  at: Value;
  isJson: boolean;
}

/** The rules that a web ACL or a rule group holds, or the one that a separate resource is. */
export function rulesOf({ type, props }: Pick<Subject, "type" | "props">): WafRule[] {
  if (SEPARATE_RULES.includes(type)) return [{ at: props, isJson: false }];
  const written = props.at("rules").list();
  const json = ["ruleJson", "rulesJson"].flatMap((key) => props.at(key).json().list());
  return [...written.map((at) => ({ at, isJson: false })), ...json.map((at) => ({ at, isJson: true }))];
}
