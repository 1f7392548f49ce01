import { z } from "zod";
import { settings } from "../../accepted";

const percent = "a number above 0 and up to 100";

export const tracingSchema = settings({
  samplePercent: z
    .number(percent)
    .positive(percent)
    .max(100, percent)
    .default(5)
    .describe("Percent of the requests that are traced. X-Ray costs $5 for a million traces."),
});
