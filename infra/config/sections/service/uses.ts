import { z } from "zod";
import { environmentName, kebabName, listOf, mapOf, oneOf, settings, yesOrNo } from "../../accepted";

const bucketAccess = mapOf(kebabName(30), oneOf("read", "readWrite"), "buckets to read or readWrite");

export const usesSchema = settings({
  database: yesOrNo().default(false).describe("Whether the service connects to the database."),
  cache: yesOrNo().default(false).describe("Whether the service connects to the cache."),
  buckets: z
    .union(
      [listOf(kebabName(30), "names of buckets"), bucketAccess],
      "a list of buckets, or a map of buckets to read or readWrite",
    )
    .prefault([])
    .transform((buckets) =>
      Array.isArray(buckets) ? Object.fromEntries(buckets.map((bucket) => [bucket, "readWrite" as const])) : buckets,
    )
    .meta({
      description: "Buckets of the stack: a list grants reading and writing, a map says which.",
      examples: [["documents"], { exports: "readWrite", templates: "read" }],
    }),
  queues: mapOf(kebabName(30), oneOf("consume", "send", "both"), "queues to consume, send or both")
    .prefault({})
    .meta({
      description: "Queues of the stack, and what the service does with each.",
      examples: [{ jobs: "consume" }],
    }),
  secrets: listOf(environmentName(), "names under platform:secrets")
    .prefault([])
    .meta({ description: "Secrets that the tasks get as environment variables.", examples: [["JWT_SECRET_KEY"]] }),
});
