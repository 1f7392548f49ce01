import * as route53 from "@pulumi/aws/route53";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "../log-group";
import { allowedDomains } from "./allowed-domains";

export interface DnsFirewallArgs {
  vpcId: pulumi.Input<string>;
  /** Names that may be asked for beside AWS's own: `api.example.com`, or `*.example.com` for all below it. */
  domains: string[];
  /** `block` answers that any other name does not exist; `alert` only records it, to learn what would be refused. */
  mode: "block" | "alert";
  log: {
    groupName: string;
    retentionDays: number;
    /** Its policy must admit `logs.<region>.amazonaws.com`. */
    kmsKeyArn: pulumi.Input<string>;
  };
  /** Namespace of the metric `RefusedQueries`. */
  metricNamespace: string;
}

/**
 * Lets a VPC look up a list of names and no other, so that who takes over a task finds no way to his own servers by name.
 * It says nothing about addresses: what may be reached by number is the security groups' affair.
 *
 * Creates two lists of domains, a rule group with its two rules and its link to the VPC, the record of all queries in a log
 * group, and a count of those that were refused. Costs $0.60 per million queries, $0.0005 for each domain and month
 * (https://aws.amazon.com/route53/pricing/), and the log lines ($0.50 per GB). Throws on a name that would open all.
 */
export class DnsFirewall extends pulumi.ComponentResource {
  constructor(name: string, args: DnsFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:DnsFirewall", name, {}, opts);
    const parent = { parent: this };
    const domains = allowedDomains(name, args.domains);

    const group = new route53.ResolverFirewallRuleGroup(name, {}, parent);
    const allowed = new route53.ResolverFirewallDomainList(`${name}-allowed`, { domains }, parent);
    new route53.ResolverFirewallRule(
      `${name}-allow`,
      {
        firewallRuleGroupId: group.id,
        firewallDomainListId: allowed.id,
        priority: 100,
        action: "ALLOW",
        // A name on the list may lead on to a CDN's, which its owner chooses.
        firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
      },
      parent,
    );
    const others = new route53.ResolverFirewallDomainList(`${name}-others`, { domains: ["*"] }, parent);
    new route53.ResolverFirewallRule(
      `${name}-refuse`,
      {
        firewallRuleGroupId: group.id,
        firewallDomainListId: others.id,
        priority: 200,
        ...(args.mode === "block" ? { action: "BLOCK", blockResponse: "NXDOMAIN" } : { action: "ALERT" }),
      },
      parent,
    );
    this.record(name, args);
    new route53.ResolverFirewallRuleGroupAssociation(
      name,
      { firewallRuleGroupId: group.id, vpcId: args.vpcId, priority: 101 },
      parent,
    );
    this.registerOutputs({});
  }

  private record(name: string, { vpcId, log, metricNamespace }: DnsFirewallArgs): void {
    const parent = { parent: this };
    const group = new LogGroup(
      name,
      { logGroupName: log.groupName, retentionDays: log.retentionDays, kmsKeyArn: log.kmsKeyArn },
      parent,
    );
    const config = new route53.ResolverQueryLogConfig(name, { destinationArn: group.arn }, parent);
    new route53.ResolverQueryLogConfigAssociation(
      name,
      { resolverQueryLogConfigId: config.id, resourceId: vpcId },
      parent,
    );
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-format.html
    new cloudwatch.LogMetricFilter(
      `${name}-refused`,
      {
        logGroupName: group.logGroupName,
        pattern: '{ ($.firewall_rule_action = "BLOCK") || ($.firewall_rule_action = "ALERT") }',
        metricTransformation: {
          namespace: metricNamespace,
          name: "RefusedQueries",
          value: "1",
          defaultValue: "0",
          unit: "Count",
        },
      },
      parent,
    );
  }
}
