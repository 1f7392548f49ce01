import { oneOf, sentence, settings, wholeNumber } from "../accepted";

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; upgrade-insecure-requests";

export const securityHeadersSchema = settings({
  contentSecurityPolicy: sentence(1, 1024)
    .default(CONTENT_SECURITY_POLICY)
    .meta({ description: "Content-Security-Policy.", examples: ["default-src 'self'"] }),
  hstsMaxAgeDays: wholeNumber(1, 730)
    .default(365)
    .describe("Days that browsers insist on HTTPS (Strict-Transport-Security)."),
  frameOptions: oneOf("DENY", "SAMEORIGIN").default("DENY").describe("X-Frame-Options."),
  referrerPolicy: oneOf("strict-origin-when-cross-origin", "strict-origin", "same-origin", "no-referrer")
    .default("strict-origin-when-cross-origin")
    .describe("Referrer-Policy."),
})
  .prefault({})
  .describe("Headers of every answer: set by the CDN, or by the load balancer where there is none.");
