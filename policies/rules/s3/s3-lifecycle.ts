import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_LIFECYCLE } from "../../kernel/tokens";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";
import { isEnabled, lifecycleRulesOf } from "./lifecycle-rules";

const [TYPE, V2] = BUCKET_LIFECYCLE;
const rules = (...statuses: unknown[]) => ({ rules: statuses.map((status) => ({ id: "age", status })) });

export const s3Lifecycle: Rule = {
  id: "s3-lifecycle",
  title: "Every bucket has a lifecycle rule",
  severity: "low",
  controls: { fsbp: ["S3.13"], nist: ["CP-9", "SI-12"] },
  references: { checkov: ["CKV2_AWS_61"] },
  why: "What nobody removes stays, costs, and is there to be found long after its purpose ended.",
  fix: 'Declare an aws.s3.BucketLifecycleConfiguration with the bucket\'s id and at least one rule of status "Enabled".',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-13",
  types: BUCKET,
  checkStack({ subject, stack, violated }) {
    const lifecycle = lifecycleRulesOf(stack, subject);
    if (!lifecycle.some(isEnabled))
      violated("bucket", "an enabled lifecycle rule", lifecycle.length > 0 ? "rules that are disabled" : "none");
  },
  cases: {
    stack: [
      goodStack("separate, one of two", [bucket(), setting(TYPE, rules("Disabled", "Enabled"))]),
      goodStack("the older twins", [bucketV2(), setting(V2, rules("Enabled"))]),
      goodStack("inline", [bucket({ lifecycleRules: [{ enabled: true, prefix: "tmp/" }] })]),
      badStack("nothing", [bucket(), bucket({ lifecycleRules: [{ enabled: true }] }, "other")], "bucket"),
      badStack("nothing, left to AWS", [bucket({ lifecycleRules: UNKNOWN })], "bucket"),
      badStack("disabled", [bucket(), setting(TYPE, rules("Disabled"))], "bucket"),
      badStack("disabled inline", [bucketV2({ lifecycleRules: [{ enabled: "false" }] })], "bucket"),
      unknownStack("status not known", [bucket(), setting(TYPE, rules(UNKNOWN))], "status"),
      unknownStack("of some bucket", [bucket(), settingOfSome(TYPE, rules("Enabled"))], "bucket"),
    ],
  },
};
