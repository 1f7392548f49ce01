import { on } from "../call";
import { keyCalls, throughS3 } from "../key-calls";
import { bucketOf, keyOfBucket } from "../scope";
import type { Right } from "./right";

export const buckets: Right = {
  task: (scope) =>
    Object.entries(scope.task.uses.buckets).flatMap(([name, access]) => {
      const bucket = bucketOf(scope, name);
      const key = keyOfBucket(scope, name);
      const writes = access === "readWrite";
      return [
        ...on(bucket, "s3:ListBucket"),
        ...on(`${bucket}/some/object`, "s3:GetObject", ...(writes ? ["s3:PutObject", "s3:DeleteObject"] : [])),
        ...keyCalls(key, throughS3(key, bucket), "Decrypt", ...(writes ? ["GenerateDataKey"] : [])),
      ];
    }),
};
