import { hostName, kebabName, listOf, oneOf, settings, text } from "../accepted";

const address = () =>
  text(
    /^[a-z0-9]([a-z0-9._+-]{0,62}[a-z0-9])?@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "an e-mail address in lower case, such as support@example.com",
  );

const dmarcSchema = settings({
  policy: oneOf("none", "quarantine", "reject")
    .default("quarantine")
    .describe("What receivers shall do with mail that only pretends to come from the domain."),
  reports: address()
    .optional()
    .meta({ description: "Address for receivers' daily reports. Default: none.", examples: ["dmarc@example.com"] }),
});

export const mailSchema = settings({
  domain: hostName().meta({
    description:
      "Domain of the senders' addresses, in the stack's zone. One stack of an account and region can have it.",
    examples: ["example.com"],
  }),
  from: listOf(address(), "e-mail addresses", 1, 10).meta({
    description: "Addresses that may stand as the sender; the first one is the default.",
    examples: [["support@example.com"]],
  }),
  mailFrom: kebabName(30)
    .default("bounce")
    .describe("Label in front of the domain for the envelope, to which undeliverable mail returns."),
  dmarc: dmarcSchema.prefault({}).describe("What receivers are told about forged mail."),
})
  .optional()
  .describe("Mail by Amazon SES, with DKIM, SPF and DMARC. Without this section nothing is sent.");
