import { z } from "zod";
import { environmentName, kebabName, listOf, mapOf, oneOf, settings, text, yesOrNo } from "../../accepted";
import { modelId } from "../model";

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
  files: mapOf(
    kebabName(20),
    text(/^(\/[A-Za-z0-9._-]+)+$/, "an absolute path in the container, such as /app/chroma"),
    "file systems of the stack to the folders where they are mounted",
  )
    .prefault({})
    .meta({
      description: "File systems of the stack, and where the container sees each; it can read and write them.",
      examples: [{ chroma: "/app/chroma" }],
    }),
  services: listOf(kebabName(20), "names of internal services")
    .prefault([])
    .meta({
      description: "Internal services that are called; each gives its address in `<NAME>_URL`.",
      examples: [["llm"]],
    }),
  secrets: listOf(environmentName(), "names under platform:secrets")
    .prefault([])
    .meta({ description: "Secrets that the tasks get as environment variables.", examples: [["JWT_SECRET_KEY"]] }),
  mail: yesOrNo().default(false).describe("Whether the service sends mail."),
  models: listOf(modelId(), "models", 0, 8)
    .prefault([])
    .meta({
      description:
        "Models of Amazon Bedrock that the service may call, the first choice first, under their own ids or those of profiles.",
      examples: [["eu.anthropic.claude-sonnet-4-6", "eu.amazon.nova-pro-v1:0"]],
    }),
});
