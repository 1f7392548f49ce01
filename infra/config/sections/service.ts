import { z } from "zod";
import {
  environmentName,
  hostName,
  kebabName,
  listOf,
  mapOf,
  oneOf,
  pathPattern,
  settings,
  text,
  wholeNumber,
  yesOrNo,
} from "../accepted";
import type { ProfileDefaults } from "../profile";

const imageSchema = settings({
  repository: text(
    /^[a-z0-9][a-z0-9.\-_/:]*[a-z0-9]$/,
    "a repository without tag or digest, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/api",
  )
    .refine((name) => !/:[^/]*$/.test(name), "a repository without tag or digest")
    .optional()
    .meta({
      description: "Repository of the image. Default: an ECR repository that the stack makes for the service.",
      examples: ["123456789012.dkr.ecr.us-east-1.amazonaws.com/api"],
    }),
  tag: text(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, "a tag of an image, such as v1.0.0")
    .optional()
    .meta({ description: "Tag of the image; either this or `digest`.", examples: ["v1.0.0"] }),
  digest: text(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits")
    .optional()
    .meta({
      description: "Digest of the image, which no later push can change; either this or `tag`.",
      examples: [`sha256:${"0a1b2c3d".repeat(8)}`],
    }),
});

const buildSchema = settings({
  context: z
    .string("the path of a folder")
    .min(1, "the path of a folder")
    .meta({
      description: "Folder that is built, relative to the stack file.",
      examples: ["../app"],
    }),
  dockerfile: z
    .string("the path of a file")
    .min(1, "the path of a file")
    .optional()
    .meta({ description: "Default: `Dockerfile` in that folder.", examples: ["../app/Dockerfile"] }),
});

const sizeSchema = (defaults: ProfileDefaults) =>
  settings({
    cpu: wholeNumber(256, 16384)
      .default(defaults.taskCpu)
      .meta({ description: "CPU units of a task: 1024 are one vCPU.", examples: [1024] }),
    memory: wholeNumber(512, 122880)
      .default(defaults.taskMemory)
      .meta({ description: "Memory of a task, in MiB. Fargate offers fixed pairs only.", examples: [2048] }),
  });

const healthSchema = settings({
  path: text(/^\/\S{0,1023}$/, "a path that starts with a slash, such as /health")
    .default("/health")
    .meta({
      description: "Path that answers when a task can serve.",
      examples: ["/health/ready"],
    }),
  gracePeriod: wholeNumber(0, 3600)
    .default(60)
    .describe("Seconds after its start in which a task is not stopped for a failed check."),
  interval: wholeNumber(5, 300).default(30).describe("Seconds between two checks."),
  timeout: wholeNumber(2, 120).default(5).describe("Seconds that a check waits; less than `interval`."),
  healthyThreshold: wholeNumber(2, 10).default(2).describe("Good answers in a row that make a task healthy."),
  unhealthyThreshold: wholeNumber(2, 10).default(3).describe("Bad answers in a row that make a task unhealthy."),
  statusCodes: text(/^[2-4]\d\d([,-][2-4]\d\d)*$/, 'status codes in quotes, such as "200", "200,204" or "200-299"')
    .default("200")
    .meta({ description: "Status codes that count as good answers.", examples: ["200-299"] }),
});

const target = (of: string) =>
  wholeNumber(10, 95).optional().describe(`Average ${of} of the tasks to hold, in percent.`);

const scalingSchema = (defaults: ProfileDefaults) =>
  settings({
    min: wholeNumber(1, 1000).default(defaults.minimumTasks).describe("Least number of tasks."),
    max: wholeNumber(1, 1000).optional().describe("Greatest number of tasks. Default: twice `min`."),
    cpu: target("CPU use"),
    memory: target("memory use"),
    requestsPerTarget: wholeNumber(1, 1_000_000)
      .optional()
      .describe("Requests per task and minute to hold. Without any of the three targets, 70 percent CPU use is held."),
  }).transform(({ max, ...scaling }) => {
    const targeted = scaling.cpu ?? scaling.memory ?? scaling.requestsPerTarget;
    return { ...scaling, cpu: targeted === undefined ? 70 : scaling.cpu, max: max ?? scaling.min * 2 };
  });

const deploymentSchema = settings({
  minimumHealthyPercent: wholeNumber(0, 100).default(100).describe("Share of the tasks that stays up meanwhile."),
  maximumPercent: wholeNumber(100, 200).default(200).describe("Share of the tasks that may run meanwhile."),
});

const bucketAccess = mapOf(kebabName(30), oneOf("read", "readWrite"), "buckets to read or readWrite");

const usesSchema = settings({
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
  secrets: listOf(environmentName(), "names under platform:secrets")
    .prefault([])
    .meta({ description: "Secrets that the tasks get as environment variables.", examples: [["JWT_SECRET_KEY"]] }),
});

export const serviceSchema = (defaults: ProfileDefaults) =>
  settings({
    image: imageSchema.optional().describe("Image of the container; either this or `build`."),
    build: buildSchema.optional().describe("What is built and pushed at each deployment; either this or `image`."),
    command: listOf(z.string("text"), "words", 1)
      .optional()
      .meta({ description: "Command in place of the image's own.", examples: [["gunicorn", "app:app"]] }),
    size: sizeSchema(defaults).prefault({}).describe("CPU and memory of a task."),
    architecture: oneOf("x86_64", "arm64")
      .default("x86_64")
      .describe("Processor that the image is built for. arm64 costs about 20 percent less."),
    port: wholeNumber(1, 65535).meta({ description: "Port that the container listens on.", examples: [8000] }),
    paths: listOf(pathPattern(), "paths", 1, 3)
      .prefault(["/*"])
      .meta({ description: "Paths of the load balancer that lead to the service.", examples: [["/api/*"]] }),
    hosts: listOf(hostName(), "host names", 0, 3)
      .prefault([])
      .meta({
        description: "Host names that lead to the service. Default: all of the stack's.",
        examples: [["api.example.com"]],
      }),
    health: healthSchema.prefault({}).describe("Health check of the load balancer."),
    scaling: scalingSchema(defaults).prefault({}).describe("Number of tasks and what moves it."),
    deployment: deploymentSchema.prefault({}).describe("Bounds of a rolling deployment."),
    stickiness: wholeNumber(1, 604800)
      .optional()
      .describe("Seconds that a client stays with one task, for example for WebSockets. Default: not at all."),
    environment: mapOf(environmentName(), z.string("text, in quotes"), "names to text")
      .prefault({})
      .meta({ description: "Environment variables that are no secrets.", examples: [{ LOG_LEVEL: "info" }] }),
    uses: usesSchema.prefault({}).describe("What the service may reach; nothing else is granted or opened to it."),
    user: text(/^[a-z0-9_-]+(:[a-z0-9_-]+)?$/, 'a user, or user and group, in quotes, such as "1000:1000"')
      .default("1000:1000")
      .describe("User and group that the container runs as."),
    readonlyRootFilesystem: yesOrNo().default(true).describe("Whether the container's own files cannot be changed."),
    writablePaths: listOf(text(/^\/\S+$/, "an absolute path, such as /tmp"), "absolute paths", 0, 10)
      .prefault(["/tmp"])
      .describe("Folders that can be written all the same; empty at each start."),
    exec: yesOrNo().default(defaults.exec).describe("Whether a shell may be opened in running tasks; it is logged."),
    stopTimeout: wholeNumber(2, 120).default(30).describe("Seconds that a task gets to end its work."),
    spotShare: wholeNumber(0, 100)
      .default(0)
      .describe(
        "Percent of the tasks above `scaling.min` that run on Fargate Spot, which AWS may stop at two minutes' notice.",
      ),
  });

export const servicesSchema = (defaults: ProfileDefaults) =>
  mapOf(kebabName(20), serviceSchema(defaults), "names of services to their settings").describe(
    "Web services behind the load balancer, by name.",
  );
