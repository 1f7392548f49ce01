import { declare } from "../testing/declared";
import { DnsFirewall, type DnsFirewallArgs } from ".";

const args: DnsFirewallArgs = {
  vpcId: "vpc-1",
  domains: ["api.razorpay.com", "*.ingest.sentry.io"],
  mode: "block",
  log: {
    groupName: "/shop-prod/dns-queries",
    retentionDays: 30,
    kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
  },
  metricNamespace: "shop-prod/dns",
};

const declareFirewall = (more: Partial<DnsFirewallArgs> = {}) =>
  declare(() => {
    new DnsFirewall("dns-firewall", { ...args, ...more });
  });

const RULE = "aws:route53/resolverFirewallRule:ResolverFirewallRule";
const LIST = "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList";

describe("DnsFirewall", () => {
  it("lets through AWS's own names and those of the list, and what they lead on to", async () => {
    const declared = await declareFirewall();
    const list = declared.one(LIST, "dns-firewall-allowed");
    expect(list.inputs.domains).toEqual([
      ...["*.amazonaws.com", "*.api.aws", "*.internal", "*.in-addr.arpa"],
      ...["api.razorpay.com", "*.ingest.sentry.io"],
    ]);
    const group = declared.one("aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup");
    expect(declared.one(RULE, "dns-firewall-allow").inputs).toMatchObject({
      firewallRuleGroupId: group.outputs.id,
      firewallDomainListId: list.outputs.id,
      action: "ALLOW",
      priority: 100,
      firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
    });
  });

  it("answers after that list that any other name does not exist", async () => {
    const declared = await declareFirewall();
    const others = declared.one(LIST, "dns-firewall-others");
    expect(others.inputs.domains).toEqual(["*"]);
    expect(declared.one(RULE, "dns-firewall-refuse").inputs).toMatchObject({
      firewallDomainListId: others.outputs.id,
      action: "BLOCK",
      blockResponse: "NXDOMAIN",
      priority: 200,
    });
  });

  it("only records other names while it is learned what they are", async () => {
    const { inputs } = (await declareFirewall({ mode: "alert" })).one(RULE, "dns-firewall-refuse");
    expect(inputs.action).toBe("ALERT");
    expect(inputs).not.toHaveProperty("blockResponse");
  });

  it("is asked by the VPC, keeps all queries encrypted and counts the refused", async () => {
    const declared = await declareFirewall();
    expect(
      declared.one("aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation").inputs,
    ).toMatchObject({ vpcId: "vpc-1", priority: 101 });
    const log = declared.one("aws:cloudwatch/logGroup:LogGroup");
    expect(log.inputs).toEqual({
      name: "/shop-prod/dns-queries",
      retentionInDays: 30,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/logs",
    });
    const config = declared.one("aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig");
    expect(config.inputs.destinationArn).toBe(log.outputs.arn);
    expect(
      declared.one("aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation").inputs,
    ).toEqual({ resolverQueryLogConfigId: config.outputs.id, resourceId: "vpc-1" });
    expect(declared.one("aws:cloudwatch/logMetricFilter:LogMetricFilter").inputs).toMatchObject({
      logGroupName: "/shop-prod/dns-queries",
      pattern: '{ ($.firewall_rule_action = "BLOCK") || ($.firewall_rule_action = "ALERT") }',
      metricTransformation: { namespace: "shop-prod/dns", name: "RefusedQueries" },
    });
  });

  it.each(["*", "*.com", "com", "https://api.example.com", "Api.example.com", "api.*.example.com"])(
    "refuses %s, which opens too much or is no name",
    async (domain) => {
      await declare(() => {
        expect(() => new DnsFirewall("dns-firewall", { ...args, domains: [domain] })).toThrow(`got "${domain}"`);
      });
    },
  );
});
