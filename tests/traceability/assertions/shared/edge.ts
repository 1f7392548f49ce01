import type { GoldenManifest } from "../../../manifest";
import { Statement } from "./access";

/** Whether port 80 does nothing but redirect, and 443 speaks TLS 1.2 and newer with a certificate of ACM. */
export function expectHttps(stack: GoldenManifest): void {
  const https = stack.inputs("aws:lb/listener:Listener", "ingress-https");
  expect([https.port, https.protocol]).toEqual([443, "HTTPS"]);
  expect(https.sslPolicy).toMatch(/^ELBSecurityPolicy-TLS13-1-[23]-/);
  expect(https.certificateArn).toMatch(/^arn:aws:acm:[a-z0-9-]+:123456789012:certificate\//);
  for (const { inputs } of stack.all("aws:lb/listener:Listener").filter(({ name }) => name !== "ingress-https")) {
    expect([inputs["port"], inputs["defaultActions"]]).toMatchObject([
      80,
      [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    ]);
  }
}

/** CloudFront everywhere: HTTPS, compression of what it keeps for 30 days, and the rest passed through. */
export function expectCdn(stack: GoldenManifest, cached: Record<string, number>): void {
  const { defaultCacheBehavior, orderedCacheBehaviors, priceClass } = stack.inputs(
    "aws:cloudfront/distribution:Distribution",
  );
  expect(priceClass).toBe("PriceClass_All");
  // The managed policies CachingDisabled and AllViewer, which pass WebSockets through:
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
  expect(defaultCacheBehavior).toMatchObject({
    viewerProtocolPolicy: "redirect-to-https",
    cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3",
  });
  expect(orderedCacheBehaviors).toMatchObject(
    Object.keys(cached).map((pathPattern) => ({
      pathPattern,
      viewerProtocolPolicy: "redirect-to-https",
      compress: true,
    })),
  );
  const kept = stack
    .all("aws:cloudfront/cachePolicy:CachePolicy")
    .map(({ inputs }) => [inputs["defaultTtl"], inputs["maxTtl"]]);
  const asked = Object.values(cached).map((days) => [days * 86_400, days * 86_400]);
  expect(kept.sort()).toEqual(asked.sort());
}

/** The limits in the order in which they are tried, beside managed rules; what CloudFront alone reaches. */
export function expectFirewall(stack: GoldenManifest, limits: [path: string | undefined, limit: number][]): void {
  const rules: FirewallRule[] = stack.inputs("aws:wafv2/webAcl:WebAcl").rules;
  const found = rules.flatMap(({ statement: { rateBasedStatement } }) =>
    rateBasedStatement
      ? [[rateBasedStatement.scopeDownStatement?.byteMatchStatement.searchString, rateBasedStatement.limit]]
      : [],
  );
  expect(found).toEqual(limits);
  expect(rules.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"]),
  );
  expect(stack.inputs("aws:cloudfront/distribution:Distribution").webAclId).toMatch(/:global\/webacl\/firewall-/);
  expect(stack.inputs("aws:lb/loadBalancer:LoadBalancer").internal).toBe(true);
}

interface FirewallRule {
  name: string;
  statement: {
    rateBasedStatement?: { limit: number; scopeDownStatement?: { byteMatchStatement: { searchString: string } } };
  };
}

/** Paths that come from a bucket, each through origin access control, which signs every request. */
export function expectPrivateFiles(stack: GoldenManifest, paths: Record<string, string>): void {
  const { origins, orderedCacheBehaviors } = stack.inputs("aws:cloudfront/distribution:Distribution");
  const control = stack.inputs("aws:cloudfront/originAccessControl:OriginAccessControl");
  expect([control.originAccessControlOriginType, control.signingBehavior]).toEqual(["s3", "always"]);
  for (const [pathPattern, bucket] of Object.entries(paths)) {
    expect(orderedCacheBehaviors).toContainEqual(
      expect.objectContaining({ pathPattern, targetOriginId: `bucket-${bucket}` }),
    );
    expect(origins).toContainEqual({
      domainName: expect.stringMatching(new RegExp(`^${bucket}\\.s3\\.`)),
      originId: `bucket-${bucket}`,
      originAccessControlId: expect.stringMatching(/^E[0-9A-Z]+$/),
    });
    const policies = stack
      .all("aws:s3/bucketPolicy:BucketPolicy")
      .filter(({ inputs }) => inputs["bucket"] === bucket)
      .map(({ inputs }) => JSON.parse(inputs["policy"] as string).Statement as Statement[]);
    const readers = policies.flat().filter(({ Effect }) => Effect === "Allow");
    expect(readers).toMatchObject([
      {
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: "s3:GetObject",
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
    ]);
  }
}
