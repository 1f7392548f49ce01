import { arn, type Simulations } from "./simulation";

/** Ids of the resolver begin with what they are of. */
const made =
  (prefix: string, path: string): Simulations[string] =>
  (request) => {
    const id = `${prefix}-${request.hex(16)}`;
    const name: string = request.inputs.name ?? request.autoname;
    return { id, outputs: { name, arn: arn(request, "route53resolver", `${path}/${id}`) } };
  };

export const route53Resolver: Simulations = {
  "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": made("rslvr-fdl", "firewall-domain-list"),
  "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": made("rslvr-frg", "firewall-rule-group"),
  "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": made(
    "rslvr-frgassoc",
    "firewall-rule-group-association",
  ),
  "aws:route53/resolverFirewallRule:ResolverFirewallRule": (request) => ({
    id: `${request.inputs.firewallRuleGroupId}:${request.inputs.firewallDomainListId}`,
    outputs: { name: request.inputs.name ?? request.autoname },
  }),
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": made("rqlc", "resolver-query-log-config"),
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": (request) => ({
    id: `rqlca-${request.hex(16)}`,
    outputs: {},
  }),
};
