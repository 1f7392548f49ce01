import { listOf, oneOf, settings, text } from "../accepted";

const allowedDomain = () =>
  text(
    /^(\*\.)?([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "a domain name such as api.example.com, or *.example.com for all names below it",
  );

export const egressSchema = settings({
  domains: listOf(allowedDomain(), "domain names", 1, 200).meta({
    description:
      "Names that tasks may look up, beside AWS's own. A name does not stand for those below it: list both where both are called.",
    examples: [["api.razorpay.com", "*.ingest.sentry.io"]],
  }),
  mode: oneOf("block", "alert")
    .default("block")
    .describe("Whether other names are refused or only recorded. Begin with alert, and read what it records."),
})
  .optional()
  .describe("Route 53 DNS Firewall: the names that the stack may look up. Without this section it may look up all.");
