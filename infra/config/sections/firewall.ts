import { listOf, oneOf, settings, text, wholeNumber } from "../accepted";

// Bounds of a rate-based rule, requests in five minutes:
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html
const requests = () => wholeNumber(10, 2_000_000_000);

const pathStart = () =>
  text(/^\/[^\s*?]{1,199}$/, "the start of a path, with a slash and without wildcards, such as /login");

const tightPathSchema = settings({
  path: pathStart().meta({
    description: "Start of the paths that are counted on their own.",
    examples: ["/api/v1/auth/login"],
  }),
  limit: requests().meta({ description: "Requests per client address in five minutes.", examples: [100] }),
});

export const firewallSchema = settings({
  rateLimit: requests().default(2000).describe("Requests per client address in five minutes."),
  tightPaths: listOf(tightPathSchema, "paths with a limit", 0, 10)
    .prefault([])
    .meta({
      description:
        "Limits of their own for paths: lower ones for log-in and payment, higher ones for webhooks, which `rateLimit` then leaves alone.",
      examples: [[{ path: "/login", limit: 100 }]],
    }),
  largeBodyPaths: listOf(pathStart(), "starts of paths", 0, 10)
    .prefault([])
    .meta({
      description: "Starts of the paths that accept bodies of more than 8 KB, such as uploads; all others refuse them.",
      examples: [["/api/v1/documents"]],
    }),
  clientAddress: oneOf("connection", "forwarded")
    .default("connection")
    .describe(
      "What tells clients apart: the address that connects, or the first one in X-Forwarded-For, for a load balancer that is reached only through a proxy of somebody else's. The CDN needs no such thing.",
    ),
  mode: oneOf("block", "count").default("block").describe("Whether what the rules match is blocked or only counted."),
})
  .optional()
  .describe(
    "AWS WAF at the CDN, or at the load balancer where there is no CDN. `{}` turns it on with its defaults; without this section there is none.",
  );
