import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import { BUCKET, BUCKET_LIFECYCLE, BUCKET_VERSIONING } from "../../kernel/tokens";
import { INLINE_SETTINGS } from "./inline-settings";

const [TYPE = "", TYPE_V2 = ""] = BUCKET;
const [VERSIONING = "", VERSIONING_V2 = ""] = BUCKET_VERSIONING;
const [LIFECYCLE = ""] = BUCKET_LIFECYCLE;
const bucket = (props: Properties, type = TYPE): CaseResource => ({ type, name: "assets", props });
const separate = (type: string, refers: CaseResource["refers"] = { bucket: "assets" }): CaseResource => ({
  type,
  name: "separate",
  props: { bucket: UNKNOWN },
  refers,
});

export const pulumiS3NotInlineAndSeparate: Rule = {
  id: "pulumi-s3-not-inline-and-separate",
  title: "A bucket's setting is written in the bucket or in a resource of its own, not in both",
  severity: "medium",
  controls: { nist: ["CM-2"] },
  why: "Two writers of one setting undo each other at every update, and for a moment the setting is gone.",
  fix: "Take the input out of the aws.s3.Bucket and leave it to the separate resource.",
  url: "https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucket/",
  types: BUCKET,
  checkStack({ subject, stack, each, violated }) {
    if (isAnswered(subject)) return;
    each(INLINE_SETTINGS, ({ inputs, types }) => {
      const written = inputs.filter((input) => isWritten(subject, input));
      if (written.length === 0 || stack.pointingAt(subject, types, "bucket").length === 0) return;
      for (const input of written) violated(input, "nothing beside the separate resource", "a setting inside", input);
    });
  },
  cases: {
    stack: [
      goodStack("separate alone", [bucket({ forceDestroy: false }), separate(VERSIONING)]),
      goodStack("inside alone", [bucket({ versioning: { enabled: true } })]),
      goodStack("different settings", [bucket({ versioning: { enabled: true } }), separate(LIFECYCLE)]),
      goodStack("what AWS will answer", [
        bucket({ versioning: UNKNOWN, lifecycleRules: UNKNOWN }),
        separate(VERSIONING),
      ]),
      goodStack("what AWS has answered", [
        bucket({ id: "assets", versioning: { enabled: true } }),
        separate(VERSIONING),
      ]),
      goodStack("of another bucket", [
        bucket({ versioning: { enabled: true } }),
        { ...bucket({}), name: "logs" },
        separate(VERSIONING, { bucket: "logs" }),
      ]),
      badStack("versioning", [bucket({ versioning: { enabled: true } }), separate(VERSIONING)], "versioning"),
      badStack(
        "versioning of the older twins",
        [bucket({ versionings: [{ enabled: true }] }, TYPE_V2), separate(VERSIONING_V2)],
        "versionings",
      ),
      badStack(
        "lifecycle, with what is not known yet",
        [
          { ...bucket({ id: UNKNOWN, lifecycleRules: UNKNOWN }), refers: { lifecycleRules: "assets" } },
          separate(LIFECYCLE),
        ],
        "lifecycleRules",
      ),
      ...INLINE_SETTINGS.map(({ inputs: [input = ""], types: [type = ""] }) =>
        badStack(`${input} in both`, [bucket({ [input]: "x" }), separate(type)], input),
      ),
      unknownStack("of some bucket", [bucket({ versioning: { enabled: true } }), separate(VERSIONING, {})], "bucket"),
    ],
  },
};

/** Once a bucket exists, AWS answers with all settings, whoever wrote them: only before that the inputs show. */
function isAnswered({ props }: Subject): boolean {
  const id = props.at("id");
  return id.isSet() && !id.isUnknown();
}

/** Left out, a setting is absent, or unknown and computed from nothing. */
function isWritten({ props, references }: Subject, input: string): boolean {
  const value = props.at(input);
  return value.isSet() && (!value.isUnknown() || (references[input] ?? []).length > 0);
}
