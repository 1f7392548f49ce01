import type { ListenerArgs } from "@pulumi/aws/lb";

/**
 * The headers by which a site's pages may call the services, as attributes of a listener. A listener writes one value
 * into every answer, so it can name one site; it does not answer pre-flight requests itself
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html). Throws on `*`: with
 * credentials allowed it would open the services to any page.
 */
export function corsHeaders(origin: string) {
  if (!/^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(origin)) {
    throw new Error(`corsOrigin is "${origin}": accepted is the origin of one site, such as https://www.example.com`);
  }
  return {
    routingHttpResponseAccessControlAllowOriginHeaderValue: origin,
    routingHttpResponseAccessControlAllowMethodsHeaderValue: "GET,HEAD,OPTIONS,PUT,POST,PATCH,DELETE",
    routingHttpResponseAccessControlAllowHeadersHeaderValue: "Authorization,Content-Type,X-CSRF-Token,X-Requested-With",
    routingHttpResponseAccessControlAllowCredentialsHeaderValue: "true",
    routingHttpResponseAccessControlMaxAgeHeaderValue: "600",
  } satisfies Partial<ListenerArgs>;
}
