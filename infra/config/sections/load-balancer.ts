import { settings, wholeNumber, yesOrNo } from "../accepted";
import type { ProfileDefaults } from "../profile";

export const loadBalancerSchema = (defaults: ProfileDefaults) =>
  settings({
    idleTimeout: wholeNumber(1, 4000)
      .default(60)
      .describe("Seconds after which a silent connection is closed; more than 60 for WebSockets."),
    deletionProtection: yesOrNo()
      .default(defaults.deletionProtection)
      .describe("Whether AWS refuses to delete the load balancer."),
  })
    .prefault({})
    .describe("Application load balancer.");
