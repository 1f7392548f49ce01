import {
  kebabName,
  keyArn,
  listOf,
  mapOf,
  oneOf,
  regionName,
  sentence,
  settings,
  text,
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

const existingSchema = settings({
  name: text(
    /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    "the full name of a bucket, such as shop-prod-uploads-replica-123456789012",
  ).meta({
    description: "Full name of the bucket.",
    examples: ["shop-prod-uploads-replica-123456789012"],
  }),
  kmsKeyArn: keyArn().meta({
    description: "Key that encrypts its objects.",
    examples: ["arn:aws:kms:us-west-2:123456789012:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"],
  }),
});

export const bucketsSchema = mapOf(
  kebabName(30),
  settings({
    lifecycle: lifecycleSchema.prefault({}).describe("When objects move and go."),
    replication: replicationSchema.optional().describe("Copy in a second region. Default: none."),
    existing: existingSchema
      .optional()
      .describe(
        "A bucket of this account that another stack has made, such as the copy in the second region: services use it, and this stack changes nothing of it. Default: a bucket of this stack's own.",
      ),
    cors: corsSchema.optional().describe("Use from the pages of other sites. Default: none."),
  }),
  "names of buckets to their settings",
)
  .prefault({})
  .describe("Private, versioned and encrypted S3 buckets, by name.");
