export { Cdn, type CdnArgs } from "./cdn";
export type { CdnLoadBalancer } from "./origins";
export { pathLabel, type StaticContent } from "./static-content";
