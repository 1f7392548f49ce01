import { resolveSecurityHeaders, type SecurityHeaders } from "./security-headers";

/** The headers as the `securityHeadersConfig` of a CloudFront response headers policy; they win over the origin's. */
export function cloudFrontHeaders(headers: SecurityHeaders) {
  const resolved = resolveSecurityHeaders(headers);
  return {
    strictTransportSecurity: {
      accessControlMaxAgeSec: resolved.hstsMaxAgeSeconds,
      includeSubdomains: true,
      preload: resolved.hstsPreload,
      override: true,
    },
    contentSecurityPolicy: { contentSecurityPolicy: resolved.contentSecurityPolicy, override: true },
    frameOptions: { frameOption: resolved.frameOptions, override: true },
    contentTypeOptions: { override: true },
    referrerPolicy: { referrerPolicy: resolved.referrerPolicy, override: true },
  };
}
