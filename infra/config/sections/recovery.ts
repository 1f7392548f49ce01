import { regionName, settings, wholeNumber, yesOrNo } from "../accepted";

export const recoverySchema = settings({
  timeObjectiveMinutes: wholeNumber(1, 10080).meta({
    description: "Minutes after which the application serves again (RTO).",
    examples: [60],
  }),
  // RDS uploads transaction logs every five minutes:
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html
  pointObjectiveMinutes: wholeNumber(5, 10080).meta({
    description:
      "Minutes of the database's data that may be lost (RPO); restoring it to a point in time loses up to 5. Copies of buckets lie up to 15 minutes behind, those of file systems up to a day.",
    examples: [5],
  }),
  region: regionName()
    .optional()
    .meta({
      description:
        "Second region in which the application is brought up when the first is lost: secrets are copied there, and everything else that the objectives rest on must be as well. Default: the objectives are for the loss of a zone.",
      examples: ["us-west-2"],
    }),
  replicateImages: yesOrNo()
    .default(false)
    .describe(
      "Whether ECR copies the images of the stack's own repositories to `region`. It is one setting of the whole registry: let one stack of the account and region have it.",
    ),
})
  .optional()
  .describe("Objectives of recovery. They are checked against the rest of this file.");
