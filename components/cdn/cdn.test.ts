import { declare } from "../testing/declared";
import { Cdn, type CdnArgs, type Site } from ".";

const LOAD_BALANCER_ARN =
  "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web-1a2b3c4/0123456789abcdef";

const args: CdnArgs = {
  domainNames: ["app.example.com"],
  certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/web",
  webAclArn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/0a1b",
  loadBalancer: { arn: LOAD_BALANCER_ARN, dnsName: "internal-web-1.us-east-1.elb.amazonaws.com" },
  staticContent: [
    { path: "/static/*", cacheDays: 30 },
    {
      path: "/uploads/*",
      cacheDays: 7,
      bucket: {
        bucketName: "platform-test-uploads",
        regionalDomainName: "platform-test-uploads.s3.us-east-1.amazonaws.com",
      },
    },
  ],
  securityHeaders: { contentSecurityPolicy: "default-src 'self'" },
  accessLogs: { bucketArn: "arn:aws:s3:::platform-test-logs" },
};

const SITE: Site = {
  bucket: {
    bucketName: "platform-test-site",
    regionalDomainName: "platform-test-site.s3.us-east-1.amazonaws.com",
  },
  pages: "directories",
  cacheMinutes: 5,
  passedThrough: ["/api/*", "/hooks/*"],
};

interface Behaviour {
  pathPattern: string;
  targetOriginId: string;
  originRequestPolicyId?: string;
}

const build = (given: CdnArgs, view?: "preview" | "deployed") =>
  declare(() => {
    new Cdn("web", given);
  }, view);

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const VPC_ORIGIN = "aws:cloudfront/vpcOrigin:VpcOrigin";
const ACCESS_CONTROL = "aws:cloudfront/originAccessControl:OriginAccessControl";
const CACHE_POLICY = "aws:cloudfront/cachePolicy:CachePolicy";
const HEADERS_POLICY = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";

describe("Cdn", () => {
  it("serves its names everywhere by HTTPS of today, behind the web ACL", async () => {
    const declared = await build(args);

    const distribution = declared.one(DISTRIBUTION);
    expect([distribution.name, distribution.parentName]).toEqual(["web", "web"]);
    const { origins, defaultCacheBehavior, orderedCacheBehaviors, ...rest } = distribution.inputs;
    expect([origins.length, orderedCacheBehaviors.length]).toEqual([2, 2]);
    expect(defaultCacheBehavior).toBeDefined();
    expect(rest).toEqual({
      enabled: true,
      aliases: ["app.example.com"],
      webAclId: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/0a1b",
      viewerCertificate: {
        acmCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/web",
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2025",
      },
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: "PriceClass_All",
      restrictions: { geoRestriction: { restrictionType: "none" } },
    });
  });

  it("passes everything but static paths through uncached, with all that a WebSocket needs", async () => {
    const declared = await build(args);

    expect(declared.one(DISTRIBUTION).inputs.defaultCacheBehavior).toEqual({
      targetOriginId: "load-balancer",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3",
      responseHeadersPolicyId: declared.one(HEADERS_POLICY).outputs.id,
    });
  });

  it("caches static paths in the order given, from the load balancer or from a bucket", async () => {
    const declared = await build(args);

    const shared = {
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD", "OPTIONS"],
      cachedMethods: ["GET", "HEAD"],
      responseHeadersPolicyId: declared.one(HEADERS_POLICY).outputs.id,
      compress: true,
    };
    expect(declared.one(DISTRIBUTION).inputs.orderedCacheBehaviors).toEqual([
      {
        ...shared,
        pathPattern: "/static/*",
        targetOriginId: "load-balancer",
        cachePolicyId: declared.one(CACHE_POLICY, "web-static").outputs.id,
      },
      {
        ...shared,
        pathPattern: "/uploads/*",
        targetOriginId: "bucket-platform-test-uploads",
        cachePolicyId: declared.one(CACHE_POLICY, "web-uploads").outputs.id,
      },
    ]);
    const policy = declared.one(CACHE_POLICY, "web-static");
    expect(policy.parentName).toBe("web");
    expect(policy.inputs.defaultTtl).toBe(2_592_000);
  });

  it("reaches the internal load balancer by TLS 1.2 through a VPC origin", async () => {
    const declared = await build(args);

    const vpcOrigin = declared.one(VPC_ORIGIN);
    expect([vpcOrigin.name, vpcOrigin.parentName]).toEqual(["web-origin", "web"]);
    expect(vpcOrigin.inputs).toEqual({
      vpcOriginEndpointConfig: {
        name: "web-origin-0123456789abcdef",
        arn: LOAD_BALANCER_ARN,
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
    });
    expect(declared.one(DISTRIBUTION).inputs.origins[0]).toEqual({
      originId: "load-balancer",
      domainName: "internal-web-1.us-east-1.elb.amazonaws.com",
      vpcOriginConfig: { vpcOriginId: vpcOrigin.outputs.id, originReadTimeout: 60, originKeepaliveTimeout: 30 },
    });
  });

  it("never changes a VPC origin in use: tags stay, and anything else makes a new one", async () => {
    const declared = await build(args);

    expect(declared.one(VPC_ORIGIN).options).toMatchObject({
      ignoreChanges: ["tags", "tagsAll"],
      replaceOnChanges: ["vpcOriginEndpointConfig"],
    });
  });

  it("signs every request to a bucket, and asks each bucket through one origin", async () => {
    const bucket = args.staticContent[1]?.bucket;
    const declared = await build({
      ...args,
      staticContent: [...args.staticContent, { path: "/media/*", cacheDays: 1, bucket }],
    });

    const accessControl = declared.one(ACCESS_CONTROL);
    expect([accessControl.name, accessControl.parentName]).toEqual(["web-buckets", "web"]);
    expect(accessControl.inputs).toEqual({
      description: "Signs requests to private buckets",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
    expect(declared.one(DISTRIBUTION).inputs.origins.slice(1)).toEqual([
      {
        originId: "bucket-platform-test-uploads",
        domainName: "platform-test-uploads.s3.us-east-1.amazonaws.com",
        originAccessControlId: accessControl.outputs.id,
      },
    ]);
  });

  it("sets security headers on every answer and hides what serves it", async () => {
    const declared = await build(args);

    const policy = declared.one(HEADERS_POLICY);
    expect([policy.name, policy.parentName]).toEqual(["web-headers", "web"]);
    expect(policy.inputs).toEqual({
      securityHeadersConfig: {
        strictTransportSecurity: {
          accessControlMaxAgeSec: 31536000,
          includeSubdomains: true,
          preload: false,
          override: true,
        },
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'", override: true },
        frameOptions: { frameOption: "DENY", override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
      },
      removeHeadersConfig: { items: [{ header: "Server" }, { header: "X-Powered-By" }] },
    });
  });

  it("lets the named sites call, and nobody else", async () => {
    const declared = await build({ ...args, corsOrigins: ["https://www.example.com"] });

    expect(declared.one(HEADERS_POLICY).inputs.corsConfig).toEqual({
      originOverride: false,
      accessControlAllowCredentials: true,
      accessControlAllowOrigins: { items: ["https://www.example.com"] },
      accessControlAllowMethods: { items: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"] },
      accessControlAllowHeaders: { items: ["Authorization", "Content-Type", "X-CSRF-Token", "X-Requested-With"] },
      accessControlMaxAgeSec: 600,
    });
  });

  it("delivers access logs without cookies from us-east-1 to the bucket", async () => {
    const declared = await build(args);

    const source = declared.one("aws:cloudwatch/logDeliverySource:LogDeliverySource");
    const destination = declared.one("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination");
    const delivery = declared.one("aws:cloudwatch/logDelivery:LogDelivery");
    expect([source, destination, delivery].map(({ name, parentName }) => [name, parentName])).toEqual([
      ["web-logs-source", "web"],
      ["web-logs-destination", "web"],
      ["web-logs", "web"],
    ]);
    expect(source.inputs).toEqual({
      region: "us-east-1",
      logType: "ACCESS_LOGS",
      resourceArn: declared.one(DISTRIBUTION).outputs.arn,
    });
    expect(destination.inputs).toEqual({
      region: "us-east-1",
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::platform-test-logs" },
    });
    const { recordFields, ...rest } = delivery.inputs;
    expect(rest).toEqual({
      region: "us-east-1",
      deliverySourceName: source.outputs.name,
      deliveryDestinationArn: destination.outputs.arn,
      s3DeliveryConfigurations: [
        { suffixPath: "{DistributionId}/{yyyy}/{MM}/{dd}/{HH}", enableHiveCompatiblePath: false },
      ],
    });
    expect(recordFields).toEqual(expect.arrayContaining(["c-ip", "cs-uri-stem", "sc-status", "x-edge-request-id"]));
    expect(recordFields).not.toContain("cs(Cookie)");
  });

  it("serves a site from its bucket, and passes only the services' paths through", async () => {
    const declared = await build({ ...args, site: SITE });

    const { inputs } = declared.one(DISTRIBUTION);
    const pages = declared.one("aws:cloudfront/function:Function");
    expect([pages.name, pages.parentName, pages.inputs.runtime]).toEqual(["web-pages", "web", "cloudfront-js-2.0"]);
    expect(inputs.defaultCacheBehavior).toEqual({
      targetOriginId: "bucket-platform-test-site",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD", "OPTIONS"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: declared.one(CACHE_POLICY, "web-site").outputs.id,
      responseHeadersPolicyId: declared.one(HEADERS_POLICY).outputs.id,
      compress: true,
      functionAssociations: [{ eventType: "viewer-request", functionArn: pages.outputs.arn }],
    });
    expect(declared.one(CACHE_POLICY, "web-site").inputs).toMatchObject({ defaultTtl: 300, maxTtl: 31_536_000 });
    expect(inputs.defaultRootObject).toBe("index.html");
    expect(
      inputs.orderedCacheBehaviors.map(({ pathPattern, targetOriginId, originRequestPolicyId }: Behaviour) => [
        pathPattern,
        targetOriginId,
        originRequestPolicyId !== undefined,
      ]),
    ).toEqual([
      ["/static/*", "load-balancer", false],
      ["/uploads/*", "bucket-platform-test-uploads", false],
      ["/api/*", "load-balancer", true],
      ["/hooks/*", "load-balancer", true],
    ]);
    expect(inputs.origins.map(({ originId }: { originId: string }) => originId)).toEqual([
      "load-balancer",
      "bucket-platform-test-uploads",
      "bucket-platform-test-site",
    ]);
  });

  it("does without buckets and web ACL, and takes a price class", async () => {
    const declared = await build({
      ...args,
      webAclArn: undefined,
      staticContent: [],
      priceClass: "PriceClass_100",
    });

    expect(declared.all(ACCESS_CONTROL)).toEqual([]);
    expect(declared.all(CACHE_POLICY)).toEqual([]);
    const { inputs } = declared.one(DISTRIBUTION);
    expect(inputs).not.toHaveProperty("webAclId");
    expect(inputs).not.toHaveProperty("defaultRootObject");
    expect(inputs).toMatchObject({ priceClass: "PriceClass_100" });
  });

  it("gives out what DNS and bucket policies need", async () => {
    const given: { [output: string]: string } = {};
    const declared = await declare(() => {
      const { distributionId, distributionArn, domainName, hostedZoneId, vpcOriginId } = new Cdn("web", args);
      for (const [key, output] of Object.entries({
        distributionId,
        distributionArn,
        domainName,
        hostedZoneId,
        vpcOriginId,
      }))
        output.apply((value) => (given[key] = value));
    });

    const { outputs } = declared.one(DISTRIBUTION);
    expect(given).toEqual({
      distributionId: outputs.id,
      distributionArn: `arn:aws:cloudfront::123456789012:distribution/${outputs.id}`,
      domainName: outputs.domainName,
      hostedZoneId: "Z2FDTNDATAQYW2",
      vpcOriginId: declared.one(VPC_ORIGIN).outputs.id,
    });
  });

  it("declares the same resources at preview", async () => {
    const [preview, deployed] = [await build(args, "preview"), await build(args)];

    const urns = ({ recording }: typeof preview) => recording.resources.map(({ urn }) => urn).sort();
    expect(urns(preview)).toEqual(urns(deployed));
  });

  it.each<[Partial<CdnArgs>, string]>([
    [{ domainNames: [] }, "domainNames is empty"],
    [{ staticContent: [{ path: "static/*", cacheDays: 30 }] }, 'staticContent has the path "static/*"'],
    [{ staticContent: [{ path: "/*", cacheDays: 30 }] }, "accepted is a pattern such as /static/*"],
    [{ staticContent: [{ path: "/static/*", cacheDays: 0 }] }, "cacheDays of /static/* is 0"],
    [{ staticContent: [{ path: "/static/*", cacheDays: 366 }] }, "from 1 to 365"],
    [
      { staticContent: ["/static/*", "/static"].map((path) => ({ path, cacheDays: 30 })) },
      "two paths that would both be called static",
    ],
    [{ site: { ...SITE, cacheMinutes: 1441 } }, "site.cacheMinutes is 1441"],
    [{ site: { ...SITE, passedThrough: ["/*"] } }, "which leaves nothing to the site"],
    [{ corsOrigins: ["*"] }, 'corsOrigins has "*"'],
    [{ corsOrigins: ["https://*.example.com"] }, "never *"],
    [{ corsOrigins: ["http://www.example.com"] }, "such as https://www.example.com"],
    [{ corsOrigins: ["https://www.example.com/"] }, "the origin of one site"],
    [{ securityHeaders: { contentSecurityPolicy: "" } }, "contentSecurityPolicy has 0 characters"],
  ])("refuses %j before it creates anything", async (given, message) => {
    let thrown = "";
    const declared = await declare(() => {
      try {
        new Cdn("web", { ...args, ...given });
      } catch (error) {
        thrown = (error as Error).message;
      }
    });
    expect(thrown).toContain(message);
    expect(declared.recording.resources.filter(({ custom }) => custom)).toEqual([]);
  });
});
