import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import { LogGroup } from "../log-group";
import { type FirewallRules, firewallRules, tightPathRuleName } from "./rules";

export interface WebFirewallArgs extends FirewallRules {
  /** What it guards: a distribution, or something of the region such as a load balancer. */
  scope: "CLOUDFRONT" | "REGIONAL";
  /** What metrics call the web ACL: letters, digits, `-` and `_`, unique in account and region. */
  metricName: string;
  /**
   * KB of a body that are looked at, for CloudFront only. Default: 16; more costs extra per request
   * (https://aws.amazon.com/waf/pricing/). At a load balancer it is always 8.
   */
  inspectedBodyKilobytes?: 16 | 32 | 48 | 64;
  /** Full name of the log group, which AWS wants to start with `aws-waf-logs-`. */
  logGroupName: string;
  /** Days that log lines are kept: one of the periods that CloudWatch offers. */
  logRetentionDays: number;
  /**
   * Key that encrypts the lines, in the region of the log group: us-east-1 for CloudFront. Its policy must admit
   * `logs.<region>.amazonaws.com`.
   */
  logKmsKeyArn: pulumi.Input<string>;
}

/**
 * AWS WAF in front of a web application: rate limits per client address, and AWS's managed rules against known
 * attackers, known exploits and SQL injection.
 *
 * Creates a web ACL, its log group and its logging configuration, all of them in us-east-1 for CloudFront. Costs $5 a
 * month, $1 per rule (six and one per tight path; one more for large bodies) and $0.60 per million requests
 * (https://aws.amazon.com/waf/pricing/), and the log lines. Throws on limits, paths and names that AWS would refuse.
 */
export class WebFirewall extends pulumi.ComponentResource {
  readonly webAclArn: pulumi.Output<string>;
  /** The name that metrics know the web ACL by. */
  readonly webAclName: pulumi.Output<string>;

  constructor(name: string, args: WebFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:WebFirewall", name, {}, opts);
    // AWS keeps everything of CloudFront's scope in this one region.
    const region = args.scope === "CLOUDFRONT" ? "us-east-1" : undefined;
    requireAcceptable(args);

    const webAcl = this.webAcl(name, args, region);
    this.logging(name, args, region, webAcl);

    this.webAclArn = webAcl.arn;
    this.webAclName = webAcl.name;
    this.registerOutputs({ webAclArn: this.webAclArn, webAclName: this.webAclName });
  }

  private webAcl(name: string, args: WebFirewallArgs, region: string | undefined): wafv2.WebAcl {
    return new wafv2.WebAcl(
      name,
      {
        scope: args.scope,
        region,
        defaultAction: { allow: {} },
        rules: firewallRules(args),
        visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: args.metricName },
        ...(args.inspectedBodyKilobytes && {
          associationConfig: {
            requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: `KB_${args.inspectedBodyKilobytes}` } }],
          },
        }),
      },
      { parent: this },
    );
  }

  /** Keeps what was refused or would have been, without what identifies a session. */
  private logging(name: string, args: WebFirewallArgs, region: string | undefined, webAcl: wafv2.WebAcl): void {
    const group = new LogGroup(
      `${name}-logs`,
      { logGroupName: args.logGroupName, retentionDays: args.logRetentionDays, kmsKeyArn: args.logKmsKeyArn, region },
      { parent: this },
    );
    new wafv2.WebAclLoggingConfiguration(
      `${name}-logging`,
      {
        resourceArn: webAcl.arn,
        logDestinationConfigs: [group.arn],
        region,
        redactedFields: ["authorization", "cookie"].map((header) => ({ singleHeader: { name: header } })),
        loggingFilter: {
          defaultBehavior: "DROP",
          filters: [
            {
              behavior: "KEEP",
              requirement: "MEETS_ANY",
              conditions: ["BLOCK", "COUNT"].map((action) => ({ actionCondition: { action } })),
            },
          ],
        },
      },
      { parent: this },
    );
  }
}

// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html
const LIMITS = { least: 10, most: 2_000_000_000 };

function requireAcceptable(args: WebFirewallArgs): void {
  const { scope, rateLimit, tightPaths, largeBodyPaths = [], logGroupName } = args;
  requireLimit("rateLimit", rateLimit);
  for (const { path, limit } of tightPaths) {
    requirePath("tightPaths", path);
    requireLimit(`the limit of ${path}`, limit);
  }
  for (const path of largeBodyPaths) requirePath("largeBodyPaths", path);

  const names = tightPaths.map(({ path }) => tightPathRuleName(path));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`tightPaths has two entries that would both be called ${twice}`);

  if (args.inspectedBodyKilobytes && scope === "REGIONAL") {
    throw new Error("inspectedBodyKilobytes is for scope CLOUDFRONT only: at a load balancer it is always 8");
  }
  if (!logGroupName.startsWith("aws-waf-logs-")) {
    throw new Error(`logGroupName is "${logGroupName}": AWS WAF accepts only names that start with aws-waf-logs-`);
  }
}

function requireLimit(what: string, limit: number): void {
  if (!Number.isInteger(limit) || limit < LIMITS.least || limit > LIMITS.most) {
    throw new Error(`${what} is ${limit}: accepted are whole numbers from ${LIMITS.least} to ${LIMITS.most}`);
  }
}

function requirePath(what: string, path: string): void {
  if (!/^\/[^\s*?]{1,199}$/.test(path)) {
    throw new Error(`${what} has "${path}": accepted is the start of a path, such as /login, without wildcards`);
  }
}
