import { bucketGrant } from "@platform/components/bucket";
import type { ServiceConfig } from "../config";
import { type Grant, together } from "./grant";
import type { Surroundings } from "./surroundings";
import { variableName } from "./variable-name";

/** Buckets: the name of each, and the right to its objects and its key. */
export function bucketsGrant(used: ServiceConfig["uses"]["buckets"], { store: { buckets } }: Surroundings): Grant {
  return together(
    Object.entries(used).flatMap(([name, access]): Grant[] => {
      const bucket = buckets[name];
      if (!bucket) return [];
      const { bucketName, arn, kmsKeyArn } = bucket;
      return [
        {
          environment: { [`${variableName(name)}_BUCKET`]: bucketName },
          statements: bucketGrant(access, arn, kmsKeyArn),
        },
      ];
    }),
  );
}
