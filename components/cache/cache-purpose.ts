/** What the memory is for; it decides what happens when it is full. */
export const CachePurpose = {
  /** Everything can be computed again: the least recently used goes. */
  Cache: "cache",
  /** Sessions expire: of the keys that would expire anyway, the least recently used goes. */
  Session: "session",
  /** Jobs must never vanish: writes fail, and an alarm tells. */
  Queue: "queue",
} as const;
export type CachePurpose = (typeof CachePurpose)[keyof typeof CachePurpose];

/** The server's `maxmemory-policy` for each purpose. */
export const EVICTION_POLICY: { [Purpose in CachePurpose]: string } = {
  cache: "allkeys-lru",
  session: "volatile-lru",
  queue: "noeviction",
};
