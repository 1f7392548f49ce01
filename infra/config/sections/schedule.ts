import { z } from "zod";
import { kebabName, listOf, mapOf, settings, text, wholeNumber, yesOrNo } from "../accepted";
import type { ProfileDefaults } from "../profile";
import { timeZone } from "../time-zone";
import { sizeSchema } from "./service/size";
import { usesSchema } from "./service/uses";

const scheduleSchema = (defaults: ProfileDefaults) =>
  settings({
    service: kebabName(20).meta({
      description: "Service whose image, environment and user the task has.",
      examples: ["worker"],
    }),
    command: listOf(z.string("text"), "words", 1).meta({
      description: "What the task runs.",
      examples: [["flask", "send-reports"]],
    }),
    cron: text(/^\S+( \S+){5}$/, "six fields: minutes, hours, day of month, month, day of week and year")
      .optional()
      .meta({
        description: "Minutes, hours, day of month, month, day of week and year; one of the two kinds of day is `?`.",
        examples: ["0 3 ? * MON-FRI *"],
      }),
    rate: text(/^([1-9]\d{0,4}) (minutes?|hours?|days?)$/, "a number and a unit, such as 15 minutes")
      .optional()
      .meta({ description: "Time between two runs; this or `cron` or `at`.", examples: ["15 minutes"] }),
    at: text(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d$/, "a moment, such as 2027-01-31T03:00:00")
      .optional()
      .meta({ description: "The one moment at which the task runs.", examples: ["2027-01-31T03:00:00"] }),
    timeZone: timeZone()
      .default("UTC")
      .meta({ description: "Time zone of `cron` and `at`, summer time included.", examples: ["Asia/Kolkata"] }),
    size: sizeSchema(defaults).optional().describe("CPU and memory of the task. Default: those of the service."),
    uses: usesSchema.optional().describe("What the task may reach. Default: what the service may."),
    retries: wholeNumber(0, 10).default(1).describe("Further tries of a run whose task failed."),
    timeoutMinutes: wholeNumber(1, 2880).default(60).describe("Minutes after which a try is stopped."),
    overlap: yesOrNo().default(false).describe("Whether a run may begin while another one goes on."),
    maxDelayMinutes: wholeNumber(1, 1440)
      .default(60)
      .describe("Minutes after its time at which a run is given up that could not begin."),
  });

export const schedulesSchema = (defaults: ProfileDefaults) =>
  mapOf(kebabName(20), scheduleSchema(defaults), "names of scheduled tasks to their settings")
    .prefault({})
    .describe("Tasks that run by the clock, by name.");
