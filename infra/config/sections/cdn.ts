import { kebabName, listOf, oneOf, pathPattern, settings, webOrigin, wholeNumber } from "../accepted";
import type { ProfileDefaults } from "../profile";

const staticContentSchema = settings({
  path: pathPattern().meta({ description: "Paths that are cached.", examples: ["/static/*"] }),
  bucket: kebabName(30)
    .optional()
    .meta({ description: "Bucket that holds the files. Default: the services answer.", examples: ["static"] }),
  cacheDays: wholeNumber(1, 365).default(30).describe("Days that files are kept at the edge."),
});

const siteSchema = settings({
  bucket: kebabName(30).meta({ description: "Bucket that holds the files.", examples: ["site"] }),
  pages: oneOf("directories", "single")
    .default("directories")
    .describe(
      "What answers for a path such as `/about`: `about/index.html` (a generated site) or `index.html` (an application that routes in the browser).",
    ),
  cacheMinutes: wholeNumber(1, 1440)
    .default(5)
    .describe("Minutes that a page is kept at the edge unless its `Cache-Control` says otherwise."),
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
    site: siteSchema
      .optional()
      .describe(
        "Site of files that answers for all paths but those of the services. Without it the services answer for all.",
      ),
    corsOrigins: listOf(webOrigin(), "origins", 0, 20)
      .prefault([])
      .meta({ description: "Sites whose pages may call this one; never *.", examples: [["https://www.example.com"]] }),
  })
    .optional()
    .describe(
      "CloudFront in front of the load balancer, which then can be reached through it only. Without this section there is none.",
    );
