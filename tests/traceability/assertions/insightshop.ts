import type { Traced } from "../assertion";
import { stackOf } from "../assertion";
import {
  expectCache,
  expectContainer,
  expectHealth,
  expectHttps,
  expectLogs,
  expectPasswordInSecretsManager,
  expectPostgres,
  expectRecords,
  expectRegistry,
  expectRollingDeployment,
  expectSecrets,
  expectService,
} from "./shared";

const WEB_ACL = "aws:wafv2/webAcl:WebAcl";

interface FirewallRule {
  name: string;
  statement: {
    rateBasedStatement?: { limit: number; scopeDownStatement?: { byteMatchStatement: { searchString: string } } };
  };
}

/** What the guide of InsightShop asks for, as its stack has it. */
export const insightshop: Traced = {
  application: "IS",
  stacks: { production: "insightshop-prod" },
  assertions: {
    "network/records": (stacks) => expectRecords(stackOf(stacks, "production"), "/insightshop-prod/flow-logs"),
    "edge/https": (stacks) => expectHttps(stackOf(stacks, "production")),
    "edge/cdn": (stacks) => {
      const stack = stackOf(stacks, "production");
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
      expect(orderedCacheBehaviors).toMatchObject([
        { pathPattern: "/static/*", viewerProtocolPolicy: "redirect-to-https", compress: true },
      ]);
      const { defaultTtl, maxTtl } = stack.inputs("aws:cloudfront/cachePolicy:CachePolicy");
      expect([defaultTtl, maxTtl]).toEqual([2_592_000, 2_592_000]);
    },
    "edge/cors": (stacks) => {
      const { corsConfig } = stackOf(stacks, "production").inputs(
        "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
      );
      expect(corsConfig.accessControlAllowOrigins.items).toEqual([
        "https://shop.example.com",
        "https://www.shop.example.com",
      ]);
    },
    "edge/firewall": (stacks) => {
      const stack = stackOf(stacks, "production");
      const rules: FirewallRule[] = stack.inputs(WEB_ACL).rules;
      const limits = rules.flatMap(({ statement: { rateBasedStatement } }) =>
        rateBasedStatement
          ? [[rateBasedStatement.scopeDownStatement?.byteMatchStatement.searchString, rateBasedStatement.limit]]
          : [],
      );
      expect(limits).toEqual([
        ["/api/auth", 100],
        ["/api/ai-agent/chat", 50],
        [undefined, 2000],
      ]);
      expect(rules.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"]),
      );
      expect(stack.inputs("aws:cloudfront/distribution:Distribution").webAclId).toMatch(/:global\/webacl\/firewall-/);
      expect(stack.inputs("aws:lb/loadBalancer:LoadBalancer").internal).toBe(true);
    },
    "compute/services": (stacks) =>
      expectService(stackOf(stacks, "production"), {
        service: "web",
        cpu: "512",
        memory: "1024",
        min: 2,
        max: 6,
        targets: { ECSServiceAverageCPUUtilization: 70, ALBRequestCountPerTarget: 500 },
      }),
    "compute/deployments": (stacks) => expectRollingDeployment(stackOf(stacks, "production"), "web"),
    "compute/health": (stacks) => expectHealth(stackOf(stacks, "production"), "web", "/api/health", 60),
    "compute/images": (stacks) => expectRegistry(stackOf(stacks, "production"), "web"),
    "compute/containers": (stacks) => expectContainer(stackOf(stacks, "production"), "web", "/insightshop-prod/web"),
    "data/postgres": (stacks) =>
      expectPostgres(stackOf(stacks, "production"), { class: "db.t3.small", storage: 20, most: 40, multiAz: true }),
    "data/password": (stacks) => expectPasswordInSecretsManager(stackOf(stacks, "production"), "web"),
    "data/cache": (stacks) => expectCache(stackOf(stacks, "production"), "cache.t3.micro", true),
    "access/secrets": (stacks) => {
      const paths = { SECRET_KEY: "insightshop-prod/secret-key", JWT_SECRET: "insightshop-prod/jwt-secret" };
      expectSecrets(stackOf(stacks, "production"), "web", paths, ["secret-key", "jwt-secret"]);
    },
    "observability/logs": (stacks) => expectLogs(stackOf(stacks, "production"), 30),
  },
};
