export { Cdn, type CdnArgs } from "./cdn";
export type { BucketOrigin, CdnLoadBalancer } from "./origins";
export type { Site, SitePages } from "./site";
export { pathLabel, type StaticContent } from "./static-content";
