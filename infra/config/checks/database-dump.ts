import { cronProblems } from "@platform/components/scheduled-task";
import { fargateSizeProblems } from "@platform/components/task";
import { at, type Check, type Fault } from "../draft";
import { unknownName } from "./uses";

/** A dump has a bucket to go to, an image that does not move, a time and a size that AWS takes. */
export const databaseDump: Check = (draft) => {
  const dump = draft.sections.database?.dump;
  if (!dump) return [];
  const key = (...rest: string[]) => at("database", "dump", ...rest);
  const { image, cron, bucket, size } = dump;
  return [
    ...unknownName(draft, "buckets", bucket, key("bucket"), "bucket"),
    ...imageFaults(image, key("image"), draft.sections.profile === "production"),
    ...cronProblems(cron).map((problem): Fault => ({
      path: key("cron"),
      involves: [],
      got: `the text "${cron}", which ${problem}`,
      expected: "six fields, of which one kind of day is ?, such as 0 5 ? * SUN *",
      fix: "correct the expression",
    })),
    ...fargateSizeProblems(size.cpu, size.memory).map((problem): Fault => ({
      path: key("size"),
      involves: [],
      got: `${size.cpu} CPU units with ${size.memory} MiB`,
      expected: problem.replace(/, got \d+$/, "").replace("must be ", ""),
      fix: "change cpu or memory, for example to { cpu: 1024, memory: 2048 }",
    })),
  ];
};

function imageFaults(
  { repository, tag, digest }: { repository?: string; tag?: string; digest?: string },
  path: Fault["path"],
  production: boolean,
): Fault[] {
  const fault = (got: string, expected: string, fix: string): Fault => ({ path, involves: [], got, expected, fix });
  if (repository === undefined)
    return [fault("no repository", "a repository: the stack makes none for it", "add repository")];
  if ((tag === undefined) === (digest === undefined))
    return [
      fault(
        tag === undefined ? "neither tag nor digest" : "a tag and a digest",
        "exactly one of tag and digest",
        tag === undefined ? "add the digest that was tested" : "remove the tag",
      ),
    ];
  if (tag === "latest" && production)
    return [
      fault("a tag that moves with every push", "in production a digest, or a tag of one version", "name the version"),
    ];
  return [];
}
