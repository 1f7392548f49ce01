export { Cdn, type CdnArgs } from "./cdn";
export type { CdnLoadBalancer } from "./origins";
export type { StaticContent } from "./static-content";
