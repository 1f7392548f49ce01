import { kebabName, listOf, oneOf, pathPattern, settings, webOrigin, wholeNumber } from "../accepted";
import type { ProfileDefaults } from "../profile";

const staticContentSchema = settings({
  path: pathPattern().meta({ description: "Paths that are cached.", examples: ["/static/*"] }),
  bucket: kebabName(30)
    .optional()
    .meta({ description: "Bucket that holds the files. Default: the services answer.", examples: ["static"] }),
  cacheDays: wholeNumber(1, 365).default(30).describe("Days that files are kept at the edge."),
});

export const cdnSchema = (defaults: ProfileDefaults) =>
  settings({
    priceClass: oneOf("PriceClass_All", "PriceClass_200", "PriceClass_100")
      .default(defaults.priceClass)
      .describe("Edge locations that serve: all of them, or the cheaper ones."),
    staticContent: listOf(staticContentSchema, "cached paths", 0, 10)
      .prefault([])
      .meta({
        description: "What is cached; all other traffic is passed through.",
        examples: [[{ path: "/static/*", bucket: "static" }]],
      }),
    corsOrigins: listOf(webOrigin(), "origins", 0, 20)
      .prefault([])
      .meta({ description: "Sites whose pages may call this one; never *.", examples: [["https://www.example.com"]] }),
  })
    .optional()
    .describe(
      "CloudFront in front of the load balancer, which then can be reached through it only. Without this section there is none.",
    );
