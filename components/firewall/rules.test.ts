import fc from "fast-check";
import { type FirewallRules, firewallRules, tightPathRuleName } from "./rules";

const settings: FirewallRules = {
  rateLimit: 2000,
  tightPaths: [{ path: "/api/Login", limit: 100 }],
  mode: "block",
};

const startsWith = (searchString: string) => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "STARTS_WITH",
    searchString,
    textTransformations: [
      { priority: 0, type: "URL_DECODE" },
      { priority: 1, type: "NORMALIZE_PATH" },
      { priority: 2, type: "LOWERCASE" },
    ],
  },
});

const rule = (name: string, given: FirewallRules = settings) => firewallRules(given).find((one) => one.name === name);

describe("firewallRules", () => {
  it("asks the cheap and decisive rules first", () => {
    expect(firewallRules(settings).map(({ priority, name }) => [priority, name])).toEqual([
      [0, "limit-api-Login"],
      [1, "rate-limit"],
      [2, "AWSManagedRulesAmazonIpReputationList"],
      [3, "AWSManagedRulesAnonymousIpList"],
      [4, "AWSManagedRulesKnownBadInputsRuleSet"],
      [5, "AWSManagedRulesCommonRuleSet"],
      [6, "AWSManagedRulesSQLiRuleSet"],
    ]);
  });

  it("limits each client address, and more tightly on the paths given, however they are written", () => {
    expect(rule("rate-limit")).toEqual({
      priority: 1,
      name: "rate-limit",
      statement: { rateBasedStatement: { limit: 2000, evaluationWindowSec: 300, aggregateKeyType: "IP" } },
      action: { block: { customResponse: { responseCode: 429 } } },
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "rate-limit" },
    });
    expect(rule("limit-api-Login")?.statement).toEqual({
      rateBasedStatement: {
        limit: 100,
        evaluationWindowSec: 300,
        aggregateKeyType: "IP",
        scopeDownStatement: startsWith("/api/login"),
      },
    });
  });

  it("gives a path of webhooks a higher limit than all others, which then leave it alone", () => {
    const webhook = { path: "/payments/webhook", limit: 10_000 };
    const given = { ...settings, tightPaths: [...settings.tightPaths, webhook] };
    expect(rule("limit-payments-webhook", given)?.statement).toMatchObject({
      rateBasedStatement: { limit: 10_000, scopeDownStatement: startsWith("/payments/webhook") },
    });
    expect(rule("rate-limit", given)?.statement).toEqual({
      rateBasedStatement: {
        limit: 2000,
        evaluationWindowSec: 300,
        aggregateKeyType: "IP",
        scopeDownStatement: { notStatement: { statement: startsWith("/payments/webhook") } },
      },
    });
    const two = { ...given, tightPaths: [...given.tightPaths, { path: "/hooks", limit: 5000 }] };
    expect(rule("rate-limit", two)?.statement).toMatchObject({
      rateBasedStatement: {
        scopeDownStatement: {
          notStatement: {
            statement: { orStatement: { statements: [startsWith("/payments/webhook"), startsWith("/hooks")] } },
          },
        },
      },
    });
  });

  it("tells clients behind a proxy apart by what it forwards, and refuses who comes past it", () => {
    const given: FirewallRules = { ...settings, clientAddress: "forwarded" };
    for (const name of ["rate-limit", "limit-api-Login"]) {
      expect(rule(name, given)?.statement).toMatchObject({
        rateBasedStatement: {
          aggregateKeyType: "FORWARDED_IP",
          forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
        },
      });
    }
  });

  it("blocks by AWS's managed rules, but only counts anonymous addresses", () => {
    const overrides = firewallRules(settings).flatMap(({ name, overrideAction }) =>
      overrideAction ? [[name, overrideAction]] : [],
    );
    expect(Object.fromEntries(overrides)).toEqual({
      AWSManagedRulesAmazonIpReputationList: { none: {} },
      AWSManagedRulesAnonymousIpList: { count: {} },
      AWSManagedRulesKnownBadInputsRuleSet: { none: {} },
      AWSManagedRulesCommonRuleSet: { none: {} },
      AWSManagedRulesSQLiRuleSet: { none: {} },
    });
    expect(rule("AWSManagedRulesCommonRuleSet")?.statement).toEqual({
      managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" },
    });
  });

  it("blocks nothing in count mode", () => {
    const verdicts = firewallRules({ ...settings, mode: "count", largeBodyPaths: ["/upload"] }).map(
      ({ action, overrideAction }) => action ?? overrideAction,
    );
    expect(verdicts).toEqual(Array(8).fill({ count: {} }));
  });

  it("refuses large bodies except on the paths that accept them", () => {
    const given = { ...settings, largeBodyPaths: ["/upload", "/api/Import"] };
    expect(rule("AWSManagedRulesCommonRuleSet", given)?.statement).toEqual({
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: "AWSManagedRulesCommonRuleSet",
        ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
      },
    });
    const largeBody = rule("large-body", given);
    expect(largeBody?.priority).toBe(7);
    expect(largeBody?.action).toEqual({ block: {} });
    expect(largeBody?.statement).toEqual({
      andStatement: {
        statements: [
          {
            labelMatchStatement: {
              scope: "LABEL",
              key: "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body",
            },
          },
          {
            notStatement: {
              statement: { orStatement: { statements: [startsWith("/upload"), startsWith("/api/import")] } },
            },
          },
        ],
      },
    });
  });

  it("needs no choice for a single path with large bodies", () => {
    const largeBody = rule("large-body", { ...settings, largeBodyPaths: ["/upload"] });
    expect(largeBody?.statement).toMatchObject({
      andStatement: { statements: [{}, { notStatement: { statement: startsWith("/upload") } }] },
    });
  });

  it("numbers the rules without gaps and measures each under its own name, whatever the paths", () => {
    const path = fc.stringMatching(/^\/[a-z]{1,8}(\/[a-z]{1,8})?$/);
    const tightPaths = fc.uniqueArray(fc.record({ path, limit: fc.integer({ min: 10, max: 1000 }) }), {
      selector: (one) => tightPathRuleName(one.path),
    });
    fc.assert(
      fc.property(tightPaths, fc.constantFrom("block" as const, "count" as const), (given, mode) => {
        const rules = firewallRules({ rateLimit: 2000, tightPaths: given, mode });
        expect(rules.map(({ priority }) => priority)).toEqual(rules.map((_, index) => index));
        expect(new Set(rules.map(({ name }) => name)).size).toBe(given.length + 6);
        expect(rules.map(({ visibilityConfig }) => visibilityConfig)).toEqual(
          rules.map(({ name }) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: name })),
        );
        expect(
          rules.every(({ action, overrideAction }) => (action === undefined) !== (overrideAction === undefined)),
        ).toBe(true);
      }),
    );
  });
});
