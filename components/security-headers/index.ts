export { cloudFrontHeaders } from "./cloudfront-headers";
export { listenerHeaders } from "./listener-headers";
export type { SecurityHeaders } from "./security-headers";
