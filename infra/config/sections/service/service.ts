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
} from "../../accepted";
import type { ProfileDefaults } from "../../profile";
import { buildSchema } from "./build";
import { deploymentSchema } from "./deployment";
import { egressSchema } from "./egress";
import { healthSchema } from "./health";
import { imageSchema } from "./image";
import { migrationsSchema } from "./migrations";
import { scalingSchema } from "./scaling";
import { sizeSchema } from "./size";
import { tracingSchema } from "./tracing";
import { usesSchema } from "./uses";

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
    port: wholeNumber(1, 65535)
      .optional()
      .meta({
        description: "Port that the container listens on. Default: none, which makes the service a worker.",
        examples: [8000],
      }),
    internal: yesOrNo()
      .default(false)
      .describe("Whether only services that name it in `uses.services` reach it, by a name in the VPC's own DNS."),
    paths: listOf(pathPattern(), "paths", 1, 3)
      .prefault(["/*"])
      .meta({ description: "Paths of the load balancer that lead to the service.", examples: [["/api/*"]] }),
    hosts: listOf(hostName(), "host names", 0, 3)
      .prefault([])
      .meta({
        description: "Host names that lead to the service. Default: all of the stack's.",
        examples: [["api.example.com"]],
      }),
    health: healthSchema.prefault({}).describe("Health check of the load balancer, and of the container."),
    scaling: scalingSchema(defaults).prefault({}).describe("Number of tasks and what moves it."),
    deployment: deploymentSchema.prefault({}).describe("How one version follows another."),
    migrations: migrationsSchema(defaults)
      .optional()
      .describe(
        "One-off task with the new image that must succeed before any service that uses the database changes. Default: none.",
      ),
    websockets: yesOrNo()
      .default(false)
      .describe(
        "Whether clients hold connections open: they then stay with one task for a day, silent ones are kept for five minutes, and a task that leaves gives them two to go elsewhere. Tasks pass messages to one another over the cache.",
      ),
    stickiness: wholeNumber(1, 604800)
      .optional()
      .describe("Seconds that a client stays with one task. Default: not at all, and a day with `websockets`."),
    deregistrationDelay: wholeNumber(0, 3600)
      .optional()
      .describe("Seconds that a leaving task keeps its connections. Default: 30, and 120 with `websockets`."),
    environment: mapOf(environmentName(), z.string("text, in quotes"), "names to text")
      .prefault({})
      .meta({ description: "Environment variables that are no secrets.", examples: [{ LOG_LEVEL: "info" }] }),
    uses: usesSchema.prefault({}).describe("What the service may reach; nothing else is granted or opened to it."),
    egress: egressSchema.prefault({}).describe("Whom the tasks may reach outside the network."),
    user: text(/^[a-z0-9_-]+(:[a-z0-9_-]+)?$/, 'a user, or user and group, in quotes, such as "1000:1000"')
      .default("1000:1000")
      .describe("User and group that the container runs as."),
    readonlyRootFilesystem: yesOrNo().default(true).describe("Whether the container's own files cannot be changed."),
    writablePaths: listOf(text(/^\/\S+$/, "an absolute path, such as /tmp"), "absolute paths", 0, 10)
      .prefault(["/tmp"])
      .describe("Folders that can be written all the same; empty at each start."),
    tracing: tracingSchema
      .optional()
      .describe("Traces of some requests, by OpenTelemetry to X-Ray. Default: none; {} for the usual share."),
    exec: yesOrNo().default(defaults.exec).describe("Whether a shell may be opened in running tasks; it is logged."),
    stopTimeout: wholeNumber(2, 120)
      .optional()
      .describe("Seconds that a task gets to end its work. Default: 30, and 120 for a worker."),
    taskProtection: yesOrNo()
      .default(false)
      .describe("Whether a worker's task may ask ECS not to stop it while it works on a long job."),
    spotShare: wholeNumber(0, 100)
      .default(0)
      .describe(
        "Percent of the tasks above `scaling.min` that run on Fargate Spot, which AWS may stop at two minutes' notice.",
      ),
  });

export const servicesSchema = (defaults: ProfileDefaults) =>
  mapOf(kebabName(20), serviceSchema(defaults), "names of services to their settings").meta({
    description: "Services by name: with a port behind the load balancer or internal, without one a worker.",
    examples: [{ web: { image: { tag: "v1.0.0" }, port: 8000 } }],
  });
