import { listOf, oneOf, settings, text, wholeNumber, yesOrNo } from "../accepted";
import { timeZone } from "../time-zone";

const timeOfDay = () => text(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day in quotes, such as "08:00"');

const officeHoursSchema = settings({
  days: listOf(oneOf("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"), "days of the week", 1, 7)
    .prefault(["MON", "TUE", "WED", "THU", "FRI"])
    .describe("Days on which the stack is up."),
  from: timeOfDay()
    .default("08:00")
    .describe("When services begin to run; the database is started half an hour before."),
  to: timeOfDay().default("19:00").describe("When services end; the database is stopped a quarter of an hour later."),
  timeZone: timeZone()
    .default("UTC")
    .meta({ description: "Time zone of both, summer time included.", examples: ["Asia/Kolkata"] }),
});

export const economySchema = settings({
  officeHours: officeHoursSchema
    .optional()
    .describe("When the stack is up. Outside, it has no task, and its database is stopped. Default: always."),
  spotOnly: yesOrNo()
    .default(false)
    .describe(
      "Whether all tasks run on Fargate Spot, at up to 70 percent less, and may be stopped at two minutes' notice.",
    ),
  expiresAfterHours: wholeNumber(1, 8760)
    .optional()
    .describe(
      "Hours after which the stack is to go. The alarm topic is told, and the stack's output `expiresAt` says when; who destroys it is a pipeline. Default: never.",
    ),
})
  .optional()
  .describe("What stacks other than production save.");
