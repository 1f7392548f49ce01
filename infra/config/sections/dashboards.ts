import { settings, yesOrNo } from "../accepted";
import type { ProfileDefaults } from "../profile";

export const dashboardsSchema = (defaults: ProfileDefaults) =>
  settings({
    application: yesOrNo()
      .default(defaults.dashboards)
      .describe("Whether there is a dashboard of what users see: requests, answers, waiting, health, alarms."),
    infrastructure: yesOrNo()
      .default(defaults.dashboards)
      .describe("Whether there is a dashboard of what the application stands on: tasks, database, cache, network."),
    models: yesOrNo()
      .default(defaults.dashboards)
      .describe("Whether there is a dashboard of Bedrock, where a service uses models."),
  })
    .prefault({})
    .describe("CloudWatch dashboards. The account's first three are free, each further one costs $3 a month.");
