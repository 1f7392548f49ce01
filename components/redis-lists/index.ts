export { waitingEntries } from "./list-metric";
export { RedisLists } from "./redis-lists";
export type { RedisListsArgs } from "./redis-lists-args";
