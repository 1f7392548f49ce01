import { z } from "zod";
import { oneOf, settings, wholeNumber, yesOrNo } from "../../accepted";

const proxySettings = settings({
  authentication: oneOf("iam", "password")
    .default("iam")
    .describe(
      "How services sign in: by a token that IAM signs for their own role, or by the database's user and password.",
    ),
  maxConnections: wholeNumber(1, 100)
    .default(90)
    .describe("Percent of the database's connections that the proxy may open."),
  maxIdleConnections: wholeNumber(0, 100)
    .optional()
    .describe("Percent that may stay open without work. Default: 50, or `maxConnections` where that is less."),
  borrowTimeout: wholeNumber(1, 300).default(30).describe("Seconds that a client waits for a connection."),
  idleTimeout: wholeNumber(1, 28800).default(1800).describe("Seconds after which a silent client is disconnected."),
});

/** `true` is the proxy with every default; `false` is none. */
export const proxySchema = z
  .union([yesOrNo(), proxySettings], "true, false, or a map with the proxy's settings")
  .default(false)
  .transform((proxy) => (typeof proxy === "boolean" ? (proxy ? proxySettings.parse({}) : undefined) : proxy))
  .meta({
    description:
      "RDS Proxy between services and database: it pools their connections and keeps them while the standby takes over. About $22 a month at least in us-east-1.",
    examples: [true, { authentication: "iam", borrowTimeout: 30 }],
  });
