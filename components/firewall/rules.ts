import type { input } from "@pulumi/aws/types";

type Rule = input.wafv2.WebAclRule;
type Statement = input.wafv2.WebAclRuleStatement;

export interface TightPath {
  /** Start of the paths that are counted on their own, for example `/login`. */
  path: string;
  /** Requests per client address in five minutes. */
  limit: number;
}

export interface FirewallRules {
  /** Requests per client address in five minutes, 10 to 2,000,000,000. */
  rateLimit: number;
  /**
   * Limits of their own: lower ones for paths that are worth guessing at (log-in, payment), higher ones for those that few
   * addresses call often (webhooks), which the general limit then leaves alone.
   */
  tightPaths: TightPath[];
  /**
   * What tells clients apart: the address that connects, or the first one in `X-Forwarded-For`, for a load balancer behind
   * a proxy of somebody else's that all come through; a request without the header then counts as over the limit. Default:
   * `connection`, which at CloudFront is the viewer's own.
   */
  clientAddress?: "connection" | "forwarded";
  /** Starts of the paths that accept bodies of more than 8 KB, such as uploads; all others refuse them. */
  largeBodyPaths?: string[];
  /** `block` refuses what a rule matches; `count` only records it, to learn what would be refused. */
  mode: "block" | "count";
}

// The core rule set refuses bodies over 8 KB, and marks them so that a later rule can decide instead:
// https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
const LARGE_BODY_RULE = "SizeRestrictions_BODY";
const LARGE_BODY_LABEL = "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body";

/**
 * The rules in the order in which AWS WAF asks them: what is cheap and decides most comes first. They take 1,177 of
 * the 1,500 capacity units that the price of a web ACL includes, each tight path 34 more (66 for one above the general
 * limit), large bodies 1 and 32 per path; beyond 1,500 AWS charges $0.20 per million requests for every 500
 * (https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html,
 * https://aws.amazon.com/waf/pricing/).
 */
export function firewallRules(rulesArgs: FirewallRules): Rule[] {
  const { rateLimit, tightPaths, largeBodyPaths = [], mode } = rulesArgs;
  const largeBodies = largeBodyPaths.length > 0;
  const own = tightPaths.filter(({ limit }) => limit > rateLimit).map(({ path }) => path);
  const rules = [
    ...tightPaths.map(({ path, limit }) => rateRule(tightPathRuleName(path), limit, rulesArgs, pathStartsWith(path))), // 34
    rateRule("rate-limit", rateLimit, rulesArgs, own.length > 0 ? not(anyPath(own)) : undefined), // 2
    managedGroup("AWSManagedRulesAmazonIpReputationList", mode), // 25
    // Counted only: whoever calls from a cloud or a VPN is "anonymous", and so are webhooks and honest people. 50
    managedGroup("AWSManagedRulesAnonymousIpList", "count"),
    managedGroup("AWSManagedRulesKnownBadInputsRuleSet", mode), // 200
    managedGroup("AWSManagedRulesCommonRuleSet", mode, largeBodies ? [LARGE_BODY_RULE] : []), // 700
    managedGroup("AWSManagedRulesSQLiRuleSet", mode), // 200
    ...(largeBodies ? [largeBodyRule(largeBodyPaths, mode)] : []),
  ];
  return rules.map((rule, priority) => ({ ...rule, priority }));
}

/** The name of the rule, and so of the metric, that limits a path: `limit-api-login` for `/api/login`. */
export function tightPathRuleName(path: string): string {
  return `limit-${path
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .replaceAll(" ", "-")}`;
}

type Unordered = Omit<Rule, "priority">;

function named(name: string, statement: Statement, verdict: Pick<Rule, "action" | "overrideAction">): Unordered {
  const visibilityConfig = { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: name };
  return { name, statement, visibilityConfig, ...verdict };
}

type Counting = Pick<FirewallRules, "mode" | "clientAddress">;

function rateRule(
  name: string,
  limit: number,
  { mode, clientAddress }: Counting,
  scopeDownStatement?: Statement,
): Unordered {
  const rateBasedStatement = {
    limit,
    evaluationWindowSec: 300,
    ...(clientAddress === "forwarded"
      ? {
          aggregateKeyType: "FORWARDED_IP",
          forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
        }
      : { aggregateKeyType: "IP" }),
    ...(scopeDownStatement && { scopeDownStatement }),
  };
  return named(
    name,
    { rateBasedStatement },
    {
      // 429 tells an honest client to slow down.
      action: mode === "block" ? { block: { customResponse: { responseCode: 429 } } } : { count: {} },
    },
  );
}

function managedGroup(group: string, mode: FirewallRules["mode"], counted: string[] = []): Unordered {
  const ruleActionOverrides = counted.map((name) => ({ name, actionToUse: { count: {} } }));
  const managedRuleGroupStatement = {
    vendorName: "AWS",
    name: group,
    ...(counted.length > 0 && { ruleActionOverrides }),
  };
  const overrideAction = mode === "block" ? { none: {} } : { count: {} };
  return named(group, { managedRuleGroupStatement }, { overrideAction });
}

function largeBodyRule(paths: string[], mode: FirewallRules["mode"]): Unordered {
  const statements: Statement[] = [
    { labelMatchStatement: { scope: "LABEL", key: LARGE_BODY_LABEL } },
    not(anyPath(paths)),
  ];
  return named(
    "large-body",
    { andStatement: { statements } },
    { action: mode === "block" ? { block: {} } : { count: {} } },
  );
}

const not = (statement: Statement): Statement => ({ notStatement: { statement } });

/** Matches paths that start with any of these. */
function anyPath(paths: string[]): Statement {
  const [first, ...others] = paths.map(pathStartsWith);
  return first && others.length === 0 ? first : { orStatement: { statements: paths.map(pathStartsWith) } };
}

/** Matches whatever the spelling: percent-encoded, with `//` or `..` in it, or in capitals. */
function pathStartsWith(path: string): Statement {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString: path.toLowerCase(),
      textTransformations: [
        { priority: 0, type: "URL_DECODE" },
        { priority: 1, type: "NORMALIZE_PATH" },
        { priority: 2, type: "LOWERCASE" },
      ],
    },
  };
}
