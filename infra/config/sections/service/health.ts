import { z } from "zod";
import { listOf, settings, text, wholeNumber } from "../../accepted";

export const healthSchema = settings({
  path: text(/^\/\S{0,1023}$/, "a path that starts with a slash, such as /health")
    .default("/health")
    .meta({
      description: "Path that answers when a task can serve.",
      examples: ["/health/ready"],
    }),
  command: listOf(z.string("text"), "words", 1)
    .optional()
    .meta({
      description:
        "Program that ends with 0 when the container is well; ECS runs it inside, by the same times. Default: none.",
      examples: [["celery", "-A", "app", "inspect", "ping"]],
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
