import type { Subject } from "./subject";
import { UnknownValue } from "./unknown";

/** The only region that CloudFront takes certificates and web ACLs from. */
export const CLOUDFRONT_REGION = "us-east-1";

/** Where a resource lives: its own `region`, else its provider's. */
export function regionOf({ props, providerRegion }: Subject): string {
  const region = props.at("region").string() ?? providerRegion;
  if (region === undefined) throw new UnknownValue("region");
  return region;
}
