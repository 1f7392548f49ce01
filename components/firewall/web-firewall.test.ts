import { declare } from "../testing/declared";
import { WebAclAssociation, WebFirewall, type WebFirewallArgs } from ".";
import { firewallRules } from "./rules";

const args: WebFirewallArgs = {
  scope: "CLOUDFRONT",
  metricName: "pm-prod",
  rateLimit: 2000,
  tightPaths: [{ path: "/login", limit: 100 }],
  mode: "block",
  logGroupName: "aws-waf-logs-platform-test",
  logRetentionDays: 30,
  logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
};

const build = (given: WebFirewallArgs) =>
  declare(() => {
    new WebFirewall("web", given);
  });

const WEB_ACL = "aws:wafv2/webAcl:WebAcl";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

describe("WebFirewall", () => {
  it("guards a distribution by a web ACL in us-east-1", async () => {
    const declared = await build(args);

    const webAcl = declared.one(WEB_ACL);
    expect(webAcl.name).toBe("web");
    expect(webAcl.parentName).toBe("web");
    expect(webAcl.inputs).toEqual({
      scope: "CLOUDFRONT",
      region: "us-east-1",
      defaultAction: { allow: {} },
      rules: firewallRules(args),
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: "pm-prod" },
    });
  });

  it("logs what it refuses or counts, without credentials, to an encrypted group beside the web ACL", async () => {
    const declared = await build(args);

    const group = declared.one(LOG_GROUP);
    expect([group.name, group.parentName]).toEqual(["web-logs", "web-logs"]);
    expect(group.inputs).toEqual({
      name: "aws-waf-logs-platform-test",
      retentionInDays: 30,
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/logs",
      region: "us-east-1",
    });
    const logging = declared.one(LOGGING);
    expect([logging.name, logging.parentName]).toEqual(["web-logging", "web"]);
    expect(logging.inputs).toEqual({
      resourceArn: declared.one(WEB_ACL).outputs.arn,
      logDestinationConfigs: ["arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-platform-test"],
      region: "us-east-1",
      redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
      loggingFilter: {
        defaultBehavior: "DROP",
        filters: [
          {
            behavior: "KEEP",
            requirement: "MEETS_ANY",
            conditions: [{ actionCondition: { action: "BLOCK" } }, { actionCondition: { action: "COUNT" } }],
          },
        ],
      },
    });
  });

  it("stays in the provider's region for a load balancer", async () => {
    const declared = await build({ ...args, scope: "REGIONAL" });

    expect(declared.one(WEB_ACL).inputs.scope).toBe("REGIONAL");
    for (const type of [WEB_ACL, LOG_GROUP, LOGGING]) expect(declared.one(type).inputs).not.toHaveProperty("region");
  });

  it("looks further into bodies when told to", async () => {
    const declared = await build({ ...args, inspectedBodyKilobytes: 64 });

    expect(declared.one(WEB_ACL).inputs.associationConfig).toEqual({
      requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: "KB_64" } }],
    });
  });

  it.each<[Partial<WebFirewallArgs>, string]>([
    [{ rateLimit: 9 }, "rateLimit is 9: accepted are whole numbers from 10 to 2000000000"],
    [{ tightPaths: [{ path: "/login", limit: 1.5 }] }, "the limit of /login is 1.5"],
    [{ tightPaths: [{ path: "login", limit: 100 }] }, 'tightPaths has "login"'],
    [{ tightPaths: [{ path: "/login*", limit: 100 }] }, "without wildcards"],
    [
      { tightPaths: ["/a/b", "/a-b"].map((path) => ({ path, limit: 100 })) },
      "two entries that would both be called limit-a-b",
    ],
    [{ largeBodyPaths: ["/"] }, 'largeBodyPaths has "/"'],
    [{ scope: "REGIONAL", inspectedBodyKilobytes: 32 }, "at a load balancer it is always 8"],
    [{ logGroupName: "/platform/waf" }, "start with aws-waf-logs-"],
  ])("refuses %j before it creates anything", async (given, message) => {
    let thrown = "";
    const declared = await declare(() => {
      try {
        new WebFirewall("web", { ...args, ...given });
      } catch (error) {
        thrown = (error as Error).message;
      }
    });
    expect(thrown).toContain(message);
    expect(declared.all(WEB_ACL)).toEqual([]);
  });
});

describe("WebAclAssociation", () => {
  it("puts the web ACL in front of the resource", async () => {
    const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/web/0a1b";
    const resourceArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0a1b2c3d";
    const declared = await declare(() => {
      new WebAclAssociation("web", { webAclArn, resourceArn });
    });

    const association = declared.one("aws:wafv2/webAclAssociation:WebAclAssociation");
    expect([association.name, association.parentName]).toEqual(["web", "web"]);
    expect(association.inputs).toEqual({ webAclArn, resourceArn });
  });
});
