export { cloudFrontHeaders } from "./cloudfront-headers";
export { contentSecurityProblems } from "./content-security";
export { listenerHeaders } from "./listener-headers";
export type { SecurityHeaders } from "./security-headers";
