import { type Chapter, inBadInput, inComponent, inGivenUp, inStacks } from "../line";

const headersAlike = inComponent("security-headers/security-headers", "say the same at the listener and at CloudFront");

/** What stands between a browser and the application. */
export const edge: Chapter = {
  title: "Edge",
  lines: [
    {
      item: "HSTS",
      answer: "A year, subdomains included, set by CloudFront, or by the load balancer where there is no CDN.",
      rules: ["cf-hsts", "alb-security-response-headers"],
      components: ["security-headers", "cdn", "load-balancer"],
      proofs: [inStacks("tells browsers to keep to HTTPS for a year"), headersAlike],
    },
    {
      item: "CSP",
      answer:
        "`platform:securityHeaders.contentSecurityPolicy`; the default admits nothing but the page's own origin. Set by " +
        "CloudFront, or by the load balancer where there is no CDN.",
      rules: ["cf-security-headers", "cf-response-headers-policy", "alb-security-response-headers"],
      components: ["security-headers", "cdn", "load-balancer"],
      proofs: [inStacks("limits what a page loads and where its forms go"), headersAlike],
    },
    {
      item: "X-Frame-Options",
      answer: "`DENY` unless the stack file says `SAMEORIGIN`; `frame-ancestors` of the policy says the same.",
      rules: ["cf-security-headers", "alb-security-response-headers"],
      components: ["security-headers", "cdn", "load-balancer"],
      proofs: [inStacks("lets nobody frame a page"), headersAlike],
    },
    {
      item: "nosniff",
      answer: "X-Content-Type-Options, set by CloudFront, or by the load balancer where there is no CDN.",
      rules: ["cf-security-headers", "alb-security-response-headers"],
      components: ["security-headers", "cdn", "load-balancer"],
      proofs: [inStacks("forbids browsers to guess types"), headersAlike],
    },
    {
      item: "Referrer-Policy",
      answer:
        "`strict-origin-when-cross-origin`, set by CloudFront. A load balancer cannot set this header: in a stack " +
        "without a CDN, such as `dev`, the application sends it itself.",
      rules: ["cf-security-headers"],
      components: ["security-headers", "cdn"],
      proofs: [
        inStacks("keeps paths from other sites, where a CDN is in front"),
        inComponent("cdn/cdn", "sets security headers on every answer and hides what serves it"),
      ],
    },
    {
      item: "CORS",
      answer: "Named origins only, at CloudFront and at each bucket; `*` is refused.",
      rules: ["cf-cors-not-wildcard"],
      components: ["cdn", "bucket"],
      proofs: [
        inBadInput("pages of every site"),
        inStacks("opens CORS to named origins only"),
        inComponent("cdn/cdn", "lets the named sites call, and nobody else"),
        inComponent("bucket/bucket", "opens to browsers only for the named origins"),
      ],
    },
    {
      item: "HTTPS enforced",
      answer:
        "Everywhere: viewers and the origin behind CloudFront, the load balancer's listeners, buckets, PostgreSQL, " +
        "Redis and the alarm topic refuse what is not TLS. Behind the load balancer, inside the network, tasks are " +
        "reached over HTTP by its security group alone.",
      rules: [
        "cf-viewer-https",
        "cf-min-tls",
        "cf-origin-https",
        "cf-origin-tls-versions",
        "alb-http-redirects-to-https",
        "alb-listener-secure-protocol",
        "alb-listener-tls-policy",
        "s3-require-tls",
        "rds-force-tls",
        "redis-in-transit-encryption",
        "sns-tls-only",
      ],
      components: ["cdn", "load-balancer", "certificate", "bucket", "database", "cache", "notifications"],
      proofs: [
        inStacks("answers over TLS 1.2 and newer, and redirects HTTP"),
        inStacks("speaks TLS with database, cache, buckets and topic"),
        inComponent("load-balancer/load-balancer", "redirects HTTP for good"),
        inBadInput("a parameter that would turn TLS off"),
      ],
    },
    {
      item: "Rate limiting",
      answer:
        "A limit per client address, `platform:firewall.rateLimit`, and tighter ones on login and payment paths, " +
        "`platform:firewall.tightPaths`. Limits per user are the application's.",
      rules: ["waf-rate-limit"],
      components: ["firewall"],
      proofs: [
        inStacks("limits how often one client may ask, where a firewall is in front"),
        inComponent(
          "firewall/rules",
          "limits each client address, and more tightly on the paths given, however they are written",
        ),
      ],
    },
    {
      item: "WAF",
      answer:
        "In front of CloudFront, or of the load balancer where there is no CDN; logged without credentials. Production " +
        "does without it only for a written reason.",
      rules: ["cf-waf-attached", "alb-waf-associated", "waf-has-rules", "waf-managed-core-rules", "waf-logging"],
      components: ["firewall"],
      checks: ["protections"],
      proofs: [
        inStacks("stands behind managed firewall rules that block"),
        inComponent("firewall/web-firewall", "guards a distribution by a web ACL in us-east-1"),
        inGivenUp("firewall"),
      ],
    },
  ],
};
