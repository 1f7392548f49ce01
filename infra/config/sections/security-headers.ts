import { oneOf, sentence, settings, wholeNumber, yesOrNo } from "../accepted";

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; upgrade-insecure-requests";

export const securityHeadersSchema = settings({
  contentSecurityPolicy: sentence(1, 1024)
    .default(CONTENT_SECURITY_POLICY)
    .meta({
      description:
        "Content-Security-Policy, without * or 'unsafe-eval' for what runs in a page; pictures, fonts and media may come from anywhere.",
      examples: ["default-src 'self'"],
    }),
  hstsMaxAgeDays: wholeNumber(365, 730)
    .default(365)
    .describe("Days that browsers insist on HTTPS (Strict-Transport-Security)."),
  hstsPreload: yesOrNo()
    .default(false)
    .describe("Whether browsers may build the domain into their lists (hstspreload.org), which is hard to undo."),
  frameOptions: oneOf("DENY", "SAMEORIGIN").default("DENY").describe("X-Frame-Options."),
  referrerPolicy: oneOf("strict-origin-when-cross-origin", "strict-origin", "same-origin", "no-referrer")
    .default("strict-origin-when-cross-origin")
    .describe("Referrer-Policy."),
})
  .prefault({})
  .describe("Headers of every answer: set by the CDN, or by the load balancer where there is none.");
