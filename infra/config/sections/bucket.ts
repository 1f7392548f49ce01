import {
  kebabName,
  listOf,
  mapOf,
  oneOf,
  regionName,
  sentence,
  settings,
  webOrigin,
  wholeNumber,
  yesOrNo,
} from "../accepted";

const days = (least: number) => wholeNumber(least, 36500);

const lifecycleSchema = settings({
  infrequentAccessAfterDays: days(30)
    .optional()
    .describe("Days after which objects move to STANDARD_IA. Default: never."),
  glacierAfterDays: days(1).optional().describe("Days after which objects move to GLACIER. Default: never."),
  expireAfterDays: days(1).optional().describe("Days after which objects are deleted. Default: never."),
  expireOldVersionsAfterDays: days(1)
    .default(90)
    .describe("Days after which replaced or deleted versions go for good."),
  abortUploadsAfterDays: wholeNumber(1, 365).default(7).describe("Days after which unfinished uploads are dropped."),
});

const replicationSchema = settings({
  region: regionName().meta({ description: "Region of the copy, another than the stack's.", examples: ["us-west-2"] }),
  prefix: sentence(1, 512)
    .optional()
    .meta({ description: "Only keys that start so. Default: all.", examples: ["reports/"] }),
  timeControl: yesOrNo()
    .default(false)
    .describe("Whether S3 commits itself to copy within 15 minutes and reports it ($0.015 per GB)."),
});

const corsSchema = settings({
  allowedOrigins: listOf(webOrigin(), "origins", 1).meta({
    description: "Sites whose pages may use the bucket; never *.",
    examples: [["https://www.example.com"]],
  }),
  allowedMethods: listOf(oneOf("GET", "HEAD", "PUT", "POST", "DELETE"), "methods", 1)
    .prefault(["GET"])
    .describe("What those pages may do."),
});

export const bucketsSchema = mapOf(
  kebabName(30),
  settings({
    lifecycle: lifecycleSchema.prefault({}).describe("When objects move and go."),
    replication: replicationSchema.optional().describe("Copy in a second region. Default: none."),
    cors: corsSchema.optional().describe("Use from the pages of other sites. Default: none."),
  }),
  "names of buckets to their settings",
)
  .prefault({})
  .describe("Private, versioned and encrypted S3 buckets, by name.");
