import { declare } from "../testing/declared";
import { LoadBalancer, type LoadBalancerArgs } from ".";
import { ingressRules } from "./ingress";

const args: LoadBalancerArgs = {
  vpcId: "vpc-0a1b2c3d",
  subnetIds: ["subnet-a", "subnet-b"],
  ingress: { kind: "internet" },
  certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/web",
  accessLogs: { bucket: "platform-test-logs", prefix: "load-balancer" },
  deletionProtection: true,
  zonalShift: true,
};

const behindCloudFront: LoadBalancerArgs = { ...args, ingress: { kind: "prefixList", prefixListId: "pl-3b927c52" } };

const build = (given: LoadBalancerArgs) =>
  declare(() => {
    new LoadBalancer("web", given);
  });

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const LISTENER = "aws:lb/listener:Listener";
const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("LoadBalancer", () => {
  it("is a hardened, logged and protected load balancer", async () => {
    const declared = await build(args);

    const loadBalancer = declared.one(LOAD_BALANCER);
    const group = declared.one("aws:ec2/securityGroup:SecurityGroup");
    expect(loadBalancer.name).toBe("web");
    expect(loadBalancer.parentName).toBe("web");
    expect(loadBalancer.inputs).toEqual({
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      subnets: ["subnet-a", "subnet-b"],
      securityGroups: [group.outputs.id],
      idleTimeout: 60,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      xffHeaderProcessingMode: "append",
      enableDeletionProtection: true,
      enableZonalShift: true,
      accessLogs: { bucket: "platform-test-logs", prefix: "load-balancer", enabled: true },
      connectionLogs: { bucket: "platform-test-logs", prefix: "load-balancer", enabled: true },
    });
  });

  it("ends TLS by today's policy and answers 404 until a service adds a rule", async () => {
    const declared = await build(args);

    const listener = declared.one(LISTENER, "web-https");
    expect(listener.parentName).toBe("web");
    expect(listener.inputs).toEqual({
      loadBalancerArn: declared.one(LOAD_BALANCER).outputs.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/web",
      routingHttpResponseServerEnabled: false,
      defaultActions: [
        {
          type: "fixed-response",
          fixedResponse: { statusCode: "404", contentType: "text/plain", messageBody: "Not found" },
        },
      ],
    });
  });

  it("redirects HTTP for good", async () => {
    const declared = await build(args);

    expect(declared.one(LISTENER, "web-http").inputs).toEqual({
      loadBalancerArn: declared.one(LOAD_BALANCER).outputs.arn,
      port: 80,
      protocol: "HTTP",
      routingHttpResponseServerEnabled: false,
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    });
  });

  it("names the one site whose pages may call, and never all", async () => {
    const declared = await build({ ...args, corsOrigin: "https://www.example.com" });
    expect(declared.one(LISTENER, "web-https").inputs).toMatchObject({
      routingHttpResponseAccessControlAllowOriginHeaderValue: "https://www.example.com",
      routingHttpResponseAccessControlAllowCredentialsHeaderValue: "true",
      routingHttpResponseAccessControlAllowHeadersHeaderValue: expect.stringContaining("Authorization,Content-Type"),
      routingHttpResponseAccessControlAllowMethodsHeaderValue: expect.stringContaining("OPTIONS"),
    });
  });

  it("sets security headers where no CDN does", async () => {
    const declared = await build({ ...args, securityHeaders: { contentSecurityPolicy: "default-src 'self'" } });

    expect(declared.one(LISTENER, "web-https").inputs).toMatchObject({
      routingHttpResponseServerEnabled: false,
      routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
      routingHttpResponseContentSecurityPolicyHeaderValue: "default-src 'self'",
      routingHttpResponseXFrameOptionsHeaderValue: "DENY",
      routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
    });
    expect(declared.one(LISTENER, "web-http").inputs).not.toHaveProperty(
      "routingHttpResponseStrictTransportSecurityHeaderValue",
    );
  });

  it("admits HTTPS and HTTP from the internet by rules of its own group", async () => {
    const declared = await build(args);

    const rules = declared.all(INGRESS_RULE);
    const securityGroupId = declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id;
    const common = { securityGroupId, ipProtocol: "tcp", cidrIpv4: "0.0.0.0/0" };
    expect(rules.map((rule) => [rule.name, rule.parentName])).toEqual([
      ["web-https-ipv4", "web"],
      ["web-http-ipv4", "web"],
    ]);
    expect(rules.map((rule) => rule.inputs)).toEqual([
      { ...common, fromPort: 443, toPort: 443, description: "HTTPS from the internet" },
      { ...common, fromPort: 80, toPort: 80, description: "HTTP from the internet, redirected to HTTPS" },
    ]);
  });

  it("has no public address, no HTTP and a single way in behind CloudFront", async () => {
    const declared = await build(behindCloudFront);

    expect(declared.one(LOAD_BALANCER).inputs.internal).toBe(true);
    expect(declared.one(LISTENER).name).toBe("web-https");
    expect(declared.one(INGRESS_RULE).name).toBe("web-https-prefix-list");
    expect(declared.one(INGRESS_RULE).inputs).toEqual({
      securityGroupId: declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id,
      prefixListId: "pl-3b927c52",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      description: "HTTPS from the prefix list",
    });
  });

  it("has a second listener for those who test new versions, from their addresses only", async () => {
    const declared = await build({
      ...behindCloudFront,
      testListener: { port: 8443, sources: ["10.20.0.0/16", "10.30.0.0/24"] },
    });

    const { port: _port, ...settings } = declared.one(LISTENER, "web-https").inputs;
    expect(declared.one(LISTENER, "web-test").inputs).toEqual({ ...settings, port: 8443 });
    const rules = declared.all(INGRESS_RULE).filter(({ inputs }) => inputs.fromPort === 8443);
    expect(rules.map(({ name, inputs }) => [name, inputs.toPort, inputs.cidrIpv4])).toEqual([
      ["web-test-10-20-0-0-16", 8443, "10.20.0.0/16"],
      ["web-test-10-30-0-0-24", 8443, "10.30.0.0/24"],
    ]);
    expect((await build(args)).all(LISTENER).map(({ name }) => name)).not.toContain("web-test");
  });

  it("answers over IPv6, waits longer and speaks TLS 1.3 only when told to", async () => {
    const declared = await build({
      ...args,
      ipAddressType: "dualstack",
      idleTimeoutSeconds: 300,
      tlsPolicy: "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
      deletionProtection: false,
      zonalShift: false,
    });

    expect(declared.one(LOAD_BALANCER).inputs).toMatchObject({
      ipAddressType: "dualstack",
      idleTimeout: 300,
      enableDeletionProtection: false,
      enableZonalShift: false,
    });
    expect(declared.one(LISTENER, "web-https").inputs.sslPolicy).toBe("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09");
    expect(declared.all(INGRESS_RULE).map((rule) => rule.inputs.cidrIpv6 ?? rule.inputs.cidrIpv4)).toEqual([
      "0.0.0.0/0",
      "::/0",
      "0.0.0.0/0",
      "::/0",
    ]);
  });

  it.each([
    [{ subnetIds: ["subnet-a"] }, "subnetIds has 1 of the two"],
    [{ idleTimeoutSeconds: 0 }, "idleTimeoutSeconds is 0"],
    [{ idleTimeoutSeconds: 4001 }, "from 1 to 4000"],
    [{ corsOrigin: "*" }, 'corsOrigin is "*": accepted is the origin of one site'],
    [{ securityHeaders: { contentSecurityPolicy: "" } }, "contentSecurityPolicy has 0 characters"],
  ])("refuses %j before it creates anything", async (given, message) => {
    let thrown = "";
    const declared = await declare(() => {
      try {
        new LoadBalancer("web", { ...args, ...given });
      } catch (error) {
        thrown = (error as Error).message;
      }
    });
    expect(thrown).toContain(message);
    expect(declared.all("aws:ec2/securityGroup:SecurityGroup")).toEqual([]);
  });
});

describe("ingressRules", () => {
  it("opens no IPv6 for a prefix list", () => {
    const rules = ingressRules({ kind: "prefixList", prefixListId: "pl-3b927c52" }, true);
    expect(rules.map(({ port, cidrIpv4, cidrIpv6 }) => [port, cidrIpv4, cidrIpv6])).toEqual([
      [443, undefined, undefined],
    ]);
  });
});
