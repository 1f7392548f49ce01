import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** The cache's purpose, shards, replicas and engine agree. */
export const cacheSettings: Check = ({ sections: { cache } }) => {
  if (!cache) return [];
  const faults: Fault[] = [];
  if (cache.multiZone && cache.replicas === 0) {
    faults.push({
      path: at("cache", "replicas"),
      involves: [at("cache", "multiZone")],
      got: `0, while ${keyText(at("cache", "multiZone"))} is true`,
      expected: "at least 1: a replica is what takes over",
      fix: "raise replicas to 1, or remove it",
    });
  }
  if (cache.purpose === "queue" && cache.shards > 1) {
    faults.push({
      path: at("cache", "shards"),
      involves: [at("cache", "purpose")],
      got: `${cache.shards}, while ${keyText(at("cache", "purpose"))} is queue`,
      expected: "1: job queues use commands over several keys, which shards refuse",
      fix: "remove shards and take a larger nodeType",
    });
  }
  if (cache.engine === "redis" && !["7.0", "7.1"].includes(cache.version)) {
    faults.push({
      path: at("cache", "version"),
      involves: [at("cache", "engine")],
      got: `${cache.version}, while ${keyText(at("cache", "engine"))} is redis`,
      expected: "7.0 or 7.1: later versions are of valkey",
      fix: "set engine to valkey, or remove version",
    });
  }
  if (cache.engine === "valkey" && cache.version.startsWith("7") && cache.version !== "7.2") {
    faults.push({
      path: at("cache", "version"),
      involves: [at("cache", "engine")],
      got: `${cache.version}, while ${keyText(at("cache", "engine"))} is valkey`,
      expected: "7.2 or 8.0 and later",
      fix: "remove version to get 8.0",
    });
  }
  return faults;
};
