import { addressBlock, listOf, settings, webOrigin, wholeNumber, yesOrNo } from "../accepted";
import type { ProfileDefaults } from "../profile";

const testListenerSchema = settings({
  port: wholeNumber(1024, 65535).default(8443).describe("Port of the listener."),
  sources: listOf(addressBlock(), "ranges of addresses", 1, 10).meta({
    description: "Ranges of addresses that may reach it: those of the people and the pipeline that test.",
    examples: [["10.20.0.0/16"]],
  }),
});

export const loadBalancerSchema = (defaults: ProfileDefaults) =>
  settings({
    idleTimeout: wholeNumber(1, 4000)
      .optional()
      .describe(
        "Seconds after which a silent connection is closed. Default: 60, and 300 where a service has `websockets`.",
      ),
    corsOrigin: webOrigin()
      .optional()
      .meta({
        description:
          "The one site whose pages may call this one, where there is no CDN (with one: `cdn.corsOrigins`); never *. The services answer its pre-flight requests.",
        examples: ["https://www.example.com"],
      }),
    deletionProtection: yesOrNo()
      .default(defaults.deletionProtection)
      .describe("Whether AWS refuses to delete the load balancer."),
    testListener: testListenerSchema
      .optional()
      .describe("Listener through which new versions are tested before they get requests. Default: none."),
  })
    .prefault({})
    .describe("Application load balancer.");
