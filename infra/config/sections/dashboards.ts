import { listOf, settings, text, yesOrNo } from "../accepted";
import type { ProfileDefaults } from "../profile";

export const dashboardsSchema = (defaults: ProfileDefaults) =>
  settings({
    application: yesOrNo()
      .default(defaults.dashboards)
      .describe("Whether there is a dashboard of what users see: requests, answers, waiting, health, alarms."),
    infrastructure: yesOrNo()
      .default(defaults.dashboards)
      .describe("Whether there is a dashboard of what the application stands on: tasks, database, cache, network."),
    bedrockModels: listOf(
      text(/^[A-Za-z0-9][A-Za-z0-9.:/-]{0,255}$/, "the id of a model or of an inference profile"),
      "ids of models",
      0,
      20,
    )
      .prefault([])
      .meta({
        description: "Models of Bedrock, as the application names them, for a dashboard of their own. Default: none.",
        examples: [["eu.anthropic.claude-sonnet-4-20250514-v1:0"]],
      }),
  })
    .prefault({})
    .describe("CloudWatch dashboards. The account's first three are free, each further one costs $3 a month.");
