import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET } from "../../kernel/tokens";

const DIRECTORY = "aws:s3/directoryBucket:DirectoryBucket";

export const s3NoForceDestroy: Rule = {
  id: "s3-no-force-destroy",
  title: "Pulumi deletes no bucket that holds objects",
  severity: "medium",
  controls: { nist: ["CP-9"] },
  why: "A renamed or removed resource then takes all objects and versions with it, without asking.",
  fix: "Leave forceDestroy out, or set it in stacks that hold nothing of value only.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html",
  types: [...BUCKET, DIRECTORY],
  check({ props, violated }) {
    const force = props.at("forceDestroy");
    if (force.isTrue()) violated(force, "false or absent", "true");
  },
  remedy: ({ set }) => set("forceDestroy", false),
  cases: {
    resource: [
      good("absent", {}),
      good("false", { forceDestroy: false }, { type: BUCKET[1] }),
      bad("true", { forceDestroy: true }, "forceDestroy"),
      bad("as text, in the older twin", { forceDestroy: "true" }, "forceDestroy", { type: BUCKET[1] }),
      bad("a directory bucket", { forceDestroy: true }, "forceDestroy", { type: DIRECTORY }),
      unknown("not known", { forceDestroy: UNKNOWN }, "forceDestroy"),
    ],
  },
};
