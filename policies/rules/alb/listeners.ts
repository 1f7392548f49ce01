import type { Value } from "../../kernel/value";

/**
 * The protocol in force. Left out, a listener with a port is an application load balancer's and speaks HTTP; a
 * gateway's has neither.
 */
export function protocolOf(listener: Value): string | undefined {
  const protocol = listener.at("protocol").string()?.toUpperCase();
  return protocol ?? (listener.at("port").isSet() ? "HTTP" : undefined);
}

/** Whether the listener ends TLS, and so has a certificate and a security policy. */
export const endsTls = (listener: Value): boolean => ["HTTPS", "TLS"].includes(protocolOf(listener) ?? "");

/** Whether an action sends the client on to HTTPS; without a protocol of its own a redirect keeps HTTP. */
export const redirectsToHttps = (action: Value): boolean =>
  action.at("type").string() === "redirect" && action.at("redirect.protocol").string()?.toUpperCase() === "HTTPS";
