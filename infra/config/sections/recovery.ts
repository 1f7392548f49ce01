import { regionName, settings, wholeNumber } from "../accepted";

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
  region: regionName()
    .optional()
    .meta({
      description:
        "Second region in which the application is brought up when the first is lost: secrets are copied there, and everything else that the objectives rest on must be as well. Default: the objectives are for the loss of a zone.",
      examples: ["us-west-2"],
    }),
})
  .optional()
  .describe("Objectives of recovery. They are checked against the rest of this file.");
