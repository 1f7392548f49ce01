import type { ListenerArgs } from "@pulumi/aws/lb";
import { resolveSecurityHeaders, type SecurityHeaders } from "./security-headers";

/**
 * The headers as attributes of a load balancer's HTTPS listener, which writes them over what the application sent.
 * A listener knows no `Referrer-Policy`
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html): where no CDN is in
 * front, the application sends that one itself.
 */
export function listenerHeaders(headers: SecurityHeaders) {
  const resolved = resolveSecurityHeaders(headers);
  return {
    routingHttpResponseStrictTransportSecurityHeaderValue:
      `max-age=${resolved.hstsMaxAgeSeconds}; includeSubDomains` + (resolved.hstsPreload ? "; preload" : ""),
    routingHttpResponseContentSecurityPolicyHeaderValue: resolved.contentSecurityPolicy,
    routingHttpResponseXFrameOptionsHeaderValue: resolved.frameOptions,
    routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
  } satisfies Partial<ListenerArgs>;
}
