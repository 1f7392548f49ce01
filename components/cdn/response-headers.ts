import type { ResponseHeadersPolicyArgs } from "@pulumi/aws/cloudfront";
import { cloudFrontHeaders, type SecurityHeaders } from "../security-headers";

/** Throws unless every origin is one named site: with credentials allowed, `*` would open the API to any page. */
export function requireNamedOrigins(corsOrigins: string[]): void {
  for (const origin of corsOrigins) {
    if (!/^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(origin)) {
      throw new Error(
        `corsOrigins has "${origin}": accepted is the origin of one site, such as https://www.example.com, never *`,
      );
    }
  }
}

/** The headers of every answer; where the application answers a site's pre-flight request itself, its answer counts. */
export function responseHeaders(headers: SecurityHeaders, corsOrigins: string[]): ResponseHeadersPolicyArgs {
  return {
    securityHeadersConfig: cloudFrontHeaders(headers),
    removeHeadersConfig: { items: [{ header: "Server" }, { header: "X-Powered-By" }] },
    ...(corsOrigins.length > 0 && {
      corsConfig: {
        originOverride: false,
        accessControlAllowCredentials: true,
        accessControlAllowOrigins: { items: corsOrigins },
        accessControlAllowMethods: { items: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"] },
        accessControlAllowHeaders: { items: ["Authorization", "Content-Type", "X-CSRF-Token", "X-Requested-With"] },
        accessControlMaxAgeSec: 600,
      },
    }),
  };
}
