import { z } from "zod";
import { listOf, oneOf, settings, text, wholeNumber } from "../accepted";

const seconds = "a number of seconds from 0.05 to 300";

const percent = (usual: number, description: string) => wholeNumber(1, 100).default(usual).describe(description);

const serviceLimits = settings({
  cpu: percent(80, "Percent of its CPU that a service may use for ten minutes."),
  memory: percent(80, "Percent of its memory that a service may use for ten minutes."),
});

const databaseLimits = settings({
  cpu: percent(80, "Percent of its CPU that the database may use for a quarter of an hour."),
  connections: wholeNumber(1, 100_000)
    .optional()
    .describe("Connections that may be open. Default: 70 percent of what RDS allows for the class."),
  freeStorage: percent(20, "Percent of the allocated storage that must stay free."),
  freeMemory: percent(10, "Percent of the class's memory that must stay free."),
});

const cacheLimits = settings({
  memory: percent(80, "Percent of its memory that a node of the cache may fill."),
  cpu: percent(80, "Percent of the core that runs its commands that a node of the cache may use."),
});

const slackSchema = settings({
  workspaceId: text(/^T[A-Z0-9]{7,20}$/, "the id of a workspace of Slack, such as T0123456789").meta({
    description: "Workspace, which somebody has authorised once in AWS's console.",
    examples: ["T0123456789"],
  }),
  channelId: text(/^[CG][A-Z0-9]{7,20}$/, "the id of a channel of Slack, such as C0123456789").meta({
    description: "Channel, from its link in Slack.",
    examples: ["C0123456789"],
  }),
});

const pagerDutySchema = settings({
  serviceRegion: oneOf("us", "eu").default("us").describe("Where the account of PagerDuty lives."),
});

const upstreamSchema = settings({
  statusField: text(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, "a name, or names joined by dots, such as upstream.status")
    .default("upstream_status")
    .meta({
      description: "Field of the JSON lines in the services' logs that holds the status code, as a number.",
      examples: ["upstream.status"],
    }),
  errors: wholeNumber(1, 1_000_000)
    .default(10)
    .describe("Answers of 4xx and 5xx in five minutes above which, twice in a row, it rings."),
});

export const alarmsSchema = settings({
  emails: listOf(text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address"), "e-mail addresses", 0, 10)
    .prefault([])
    .meta({ description: "Who is told. Each address has to confirm once.", examples: [["on-call@example.com"]] }),
  slack: slackSchema.optional().describe("Channel of Slack that shows every alarm. Default: none."),
  pagerDuty: pagerDutySchema
    .optional()
    .describe("Opens and closes incidents in PagerDuty; its key goes into Secrets Manager. Default: none."),
  runbookUrl: text(/^https:\/\/\S{1,500}$/, "an address that starts with https://").meta({
    description: "Page that says what to do; every alarm links to its own heading there.",
    examples: ["https://wiki.example.com/runbooks/documents"],
  }),
  serverErrors: wholeNumber(1, 1_000_000)
    .default(50)
    .describe("Answers of 5xx in five minutes above which, twice in a row, it rings."),
  p95Seconds: z
    .number(seconds)
    .min(0.05, seconds)
    .max(300, seconds)
    .default(1)
    .describe("Seconds that 95 percent of the answers may take."),
  logErrors: wholeNumber(1, 1_000_000)
    .default(10)
    .describe("Lines with ERROR in a service's log in five minutes above which, twice in a row, it rings."),
  service: serviceLimits.prefault({}).describe("Limits of each service."),
  database: databaseLimits.prefault({}).describe("Limits of the database."),
  cache: cacheLimits.prefault({}).describe("Limits of the cache."),
  cdnServerErrors: percent(5, "Percent of CloudFront's answers that may be 5xx for ten minutes."),
  blockedRequests: wholeNumber(1, 100_000_000)
    .default(1000)
    .describe("Requests that the firewall blocks in five minutes above which, twice in a row, it rings."),
  certificateDays: wholeNumber(1, 44).default(30).describe("Days before its end by which a certificate is renewed."),
  upstream: upstreamSchema
    .optional()
    .describe("Calls to third-party APIs that fail, counted in JSON logs. Default: not counted."),
}).meta({
  description: "What rings, and whom it tells.",
  examples: [{ emails: ["on-call@example.com"], runbookUrl: "https://wiki.example.com/runbooks/shop" }],
});
