import { kebabName, settings, text, wholeNumber } from "../../accepted";
import type { ProfileDefaults } from "../../profile";

const target = (of: string) =>
  wholeNumber(10, 95).optional().describe(`Average ${of} of the tasks to hold, in percent.`);

const backlogSchema = settings({
  queue: kebabName(30)
    .optional()
    .meta({ description: "Queue that the worker consumes; this or `redisList`.", examples: ["jobs"] }),
  redisList: text(/^[\x21-\x7e]{1,100}$/, "the name of a list, without spaces")
    .optional()
    .meta({
      description: "List of the cache that Celery or RQ keep jobs in.",
      examples: ["celery", "rq:queue:default"],
    }),
  perTask: wholeNumber(1, 1_000_000).meta({
    description: "What one task is to have before it: the time that a job may wait, divided by the time that it takes.",
    examples: [100],
  }),
});

export const scalingSchema = (defaults: ProfileDefaults) =>
  settings({
    min: wholeNumber(0, 1000)
      .default(defaults.minimumTasks)
      .describe("Least number of tasks; 0 only for workers outside production."),
    max: wholeNumber(1, 1000).optional().describe("Greatest number of tasks. Default: twice `min`, at least 1."),
    cpu: target("CPU use"),
    memory: target("memory use"),
    requestsPerTarget: wholeNumber(1, 1_000_000)
      .optional()
      .describe("Requests per task and minute to hold. Without any target, 70 percent CPU use is held."),
    backlog: backlogSchema.optional().describe("Waiting work per task to hold, for a worker."),
  }).transform(({ max, ...scaling }) => {
    const targeted = scaling.cpu ?? scaling.memory ?? scaling.requestsPerTarget ?? scaling.backlog;
    return { ...scaling, cpu: targeted === undefined ? 70 : scaling.cpu, max: max ?? Math.max(1, scaling.min * 2) };
  });
