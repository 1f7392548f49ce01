import { at, type Check, type Fault } from "../draft";
import { unknownName } from "./uses";

/** What the CDN caches comes from buckets of the stack, and each path is named once. */
export const staticContent: Check = (draft) => {
  const entries = draft.sections.cdn?.staticContent ?? [];
  return entries.flatMap(({ path, bucket }, index): Fault[] => {
    const key = (setting: string) => at("cdn", "staticContent", index, setting);
    const first = entries.findIndex((entry) => entry.path === path);
    const twice: Fault = {
      path: key("path"),
      involves: [],
      got: `${path}, which entry ${first} has already`,
      expected: "each path once",
      fix: "remove one of the two entries",
    };
    return [
      ...(bucket === undefined ? [] : unknownName(draft, "buckets", bucket, key("bucket"), "bucket")),
      ...(first < index ? [twice] : []),
    ];
  });
};
