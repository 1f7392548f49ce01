import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { SEPARATE_RULES, WEB_ACL } from "./managed-groups";
import { RULE_GROUP, rulesOf, type WafRule } from "./rules-of";

const WINDOW_SECONDS = 300;

const rule = (limit: unknown, props: object = {}, action: object = { block: {} }) => ({
  name: "limit",
  action,
  statement: { rateBasedStatement: { limit, aggregateKeyType: "IP", ...props } },
});
const acl = (props: Properties = {}, refers: CaseResource["refers"] = {}): CaseResource => ({
  type: WEB_ACL,
  name: "acl",
  props,
  refers,
});
const added = (type: string | undefined, props: Properties, more: CaseResource["refers"] = {}): CaseResource => ({
  type: type ?? "",
  name: "added",
  props: { webAclArn: UNKNOWN, ...props },
  refers: { webAclArn: "acl", ...more },
});
const group: CaseResource = { type: RULE_GROUP, name: "group", props: { rules: [rule(500)] } };

export const wafRateLimit: Rule = {
  id: "waf-rate-limit",
  title: "Web ACLs limit how often one client may ask",
  severity: "medium",
  controls: { nist: ["SC-5"] },
  why: "Without a limit one client can guess passwords, or keep the application and its bill busy.",
  fix: 'Add a rule with statement.rateBasedStatement { limit: 2000, aggregateKeyType: "IP" } and action { block: {} }.',
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html",
  types: [WEB_ACL],
  parameters: {
    maximum: {
      type: "integer",
      minimum: 10,
      default: 10000,
      description: "Most requests of one client in five minutes; limits for other windows are converted.",
    },
  },
  checkStack({ subject, stack, params, violated }) {
    const limits = allRules(stack, subject).flatMap(rateLimitOf);
    if (limits.some(({ requests, isCounted }) => !isCounted && requests <= params.maximum)) return;
    const expected = `a rate-based rule of at most ${params.maximum} requests in five minutes`;
    if (limits.length === 0) return violated("rules", expected, "none");
    violated("rules", expected, limits.every(({ isCounted }) => isCounted) ? "rules that only count" : "higher limits");
  },
  cases: {
    stack: [
      goodStack("inline", [acl({ rules: [{ name: "other", statement: {} }, rule(2000)] })]),
      goodStack("as JSON", [
        acl({
          ruleJson: JSON.stringify([{ Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 2000 } } }]),
        }),
      ]),
      goodStack("separate, answered by a challenge", [
        acl(),
        added(SEPARATE_RULES[0], rule("2000", {}, { challenge: {} })),
      ]),
      goodStack("in a group of the stack", [
        acl({ rules: [{ statement: { ruleGroupReferenceStatement: { arn: UNKNOWN } } }] }, { rules: "group" }),
        group,
      ]),
      goodStack("in a group of the stack, by a separate rule, as JSON", [
        acl(),
        added(
          SEPARATE_RULES[0],
          { statement: { ruleGroupReferenceStatement: { arn: UNKNOWN } } },
          { statement: "group" },
        ),
        {
          ...group,
          props: {
            rulesJson: JSON.stringify([
              { Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 20000, EvaluationWindowSec: 600 } } },
            ]),
          },
        },
      ]),
      goodStack("in an associated group of the stack", [
        acl(),
        added(SEPARATE_RULES[1], { ruleGroupReference: { arn: UNKNOWN } }, { ruleGroupReference: "group" }),
        group,
      ]),
      goodStack("a higher limit for a longer window", [acl({ rules: [rule(20000, { evaluationWindowSec: 600 })] })]),
      badStack("none", [acl({ rules: [{ statement: { managedRuleGroupStatement: { name: "x" } } }] })], "rules"),
      badStack("a group that nobody uses", [acl(), group], "rules"),
      badStack("higher", [acl({ rules: [rule(10001)] })], "rules"),
      badStack("higher for a shorter window", [acl({ rules: [rule(2001, { evaluationWindowSec: 60 })] })], "rules"),
      badStack("higher than configured", [acl({ rules: [rule(2000)] })], "rules", { maximum: 1000 }),
      badStack("counted only", [acl({ rules: [rule(2000, {}, { count: {} })] })], "rules"),
      badStack(
        "counted only, as JSON",
        [acl({ ruleJson: '[{"Action":{"Count":{}},"Statement":{"RateBasedStatement":{"Limit":2000}}}]' })],
        "rules",
      ),
      unknownStack("limit not known", [acl({ rules: [rule(UNKNOWN)] })], "limit"),
      unknownStack(
        "a rule of some web ACL",
        [acl(), { ...added(SEPARATE_RULES[0], rule(2000)), refers: {} }],
        "webAclArn",
      ),
    ],
  },
};

/** The rules of a web ACL: its own, the separate ones, and those of the stack's groups that it uses. */
function allRules(stack: StackIndex, acl: Subject): WafRule[] {
  const separate = stack.pointingAt(acl, SEPARATE_RULES, "webAclArn");
  const groups = [
    ...stack.targets(acl, "rules", [RULE_GROUP]),
    ...separate.flatMap((each) =>
      ["statement", "ruleGroupReference"].flatMap((key) => stack.targets(each, key, [RULE_GROUP])),
    ),
  ];
  return [acl, ...separate, ...groups].flatMap(rulesOf);
}

interface RateLimit {
  /** In five minutes. */
  requests: number;
  isCounted: boolean;
}

function rateLimitOf({ at, isJson }: WafRule): RateLimit[] {
  const [statement, limit, window, action] = isJson
    ? (["Statement.RateBasedStatement", "Limit", "EvaluationWindowSec", "Action.Count"] as const)
    : (["statement.rateBasedStatement", "limit", "evaluationWindowSec", "action.count"] as const);
  const rate = at.at(statement);
  if (!rate.isSet()) return [];
  const seconds = rate.at(window).number() ?? WINDOW_SECONDS;
  const requests = ((rate.at(limit).number() ?? Infinity) * WINDOW_SECONDS) / seconds;
  return [{ requests, isCounted: at.at(action).isSet() }];
}
