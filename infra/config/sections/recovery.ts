import { settings, wholeNumber } from "../accepted";

export const recoverySchema = settings({
  timeObjectiveMinutes: wholeNumber(1, 10080).meta({
    description: "Minutes after which the application serves again (RTO).",
    examples: [60],
  }),
  // RDS uploads transaction logs every five minutes:
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html
  pointObjectiveMinutes: wholeNumber(5, 10080).meta({
    description: "Minutes of data that may be lost (RPO); restoring the database to a point in time loses up to 5.",
    examples: [5],
  }),
})
  .optional()
  .describe("Objectives of recovery. They are checked against the rest of this file.");
