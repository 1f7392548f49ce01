export { Cache } from "./cache";
export { type CacheArgs } from "./cache-args";
export { CacheEngine } from "./cache-engine";
export { CachePurpose } from "./cache-purpose";
