import { bucketGrant } from "@platform/components/bucket";
import type { ServiceConfig } from "../config";
import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";
import { variableName } from "./variable-name";

/** Buckets: the name of each, and the right to its objects and its key. */
export function bucketsGrant(
  used: ServiceConfig["uses"]["buckets"],
  { base, store: { buckets } }: Surroundings,
): Grant {
  const names = Object.keys(used);
  return {
    environment: Object.fromEntries(names.map((name) => [`${variableName(name)}_BUCKET`, base.names.bucket(name)])),
    statements: Object.entries(used).flatMap(([name, access]) => {
      const bucket = buckets[name];
      return bucket ? bucketGrant(access, bucket.arn, base.keys.data.keyArn) : [];
    }),
  };
}
