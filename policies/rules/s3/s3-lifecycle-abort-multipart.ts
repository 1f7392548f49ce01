import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_LIFECYCLE } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { abortDays, isEnabled } from "./lifecycle-rules";

const rule = (daysAfterInitiation: unknown, status = "Enabled") => ({
  status,
  abortIncompleteMultipartUpload: { daysAfterInitiation },
});

/** Whether rules have a prefix outside of a filter: S3 takes no rule with a filter beside them. */
const isOfOldForm = (configuration: Value): boolean =>
  configuration
    .at("rules")
    .list()
    .some((each) => Boolean(each.at("prefix").string()));

export const s3LifecycleAbortMultipart: Rule = {
  id: "s3-lifecycle-abort-multipart",
  title: "Lifecycles remove uploads that were never completed",
  severity: "low",
  controls: { nist: ["SI-12"] },
  references: { checkov: ["CKV_AWS_300"] },
  why: "The parts of an upload that broke off are in no listing, and are paid for until somebody removes them.",
  fix: "Add abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } to an enabled rule.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html",
  types: [...BUCKET_LIFECYCLE, ...BUCKET],
  parameters: {
    maximumDays: { type: "integer", minimum: 1, default: 7, description: "Longest time that parts are kept, in days." },
  },
  check({ resource, props, params, violated }) {
    const isBucket = BUCKET.includes(resource.type);
    const rules = props.at(isBucket ? "lifecycleRules" : "rules");
    const lifecycle = rules.list();
    if (isBucket && lifecycle.length === 0) return;
    const enabled = lifecycle.filter(isEnabled);
    if (!enabled.some((each) => (abortDays(each) ?? Infinity) <= params.maximumDays))
      violated(rules, `an enabled rule that aborts uploads within ${params.maximumDays} days`, "none");
  },
  remedy({ resource, props, params: { maximumDays }, append }) {
    const name = "abort-incomplete-uploads";
    const isInline = BUCKET.includes(resource.type);
    if (isInline)
      append("lifecycleRules", { id: name, enabled: true, abortIncompleteMultipartUploadDays: maximumDays });
    else if (!isOfOldForm(props)) append("rules", { id: name, filter: {}, ...rule(maximumDays) });
  },
  cases: {
    resource: [
      good("a week", { rules: [rule(7)] }),
      good(
        "a day, as text, one rule of two",
        { rules: [{ status: "Enabled" }, rule("1")] },
        { type: BUCKET_LIFECYCLE[1] },
      ),
      good(
        "inline",
        { lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadDays: 7 }] },
        { type: BUCKET[0] },
      ),
      good("a month where that is enough", { rules: rule(30) }, { params: { maximumDays: 30 } }),
      good("a bucket without rules of its own", {}, { type: BUCKET[1] }),
      bad("longer", { rules: [rule(8)] }, "rules"),
      bad("disabled", { rules: [rule(7, "Disabled")] }, "rules"),
      bad("no rule that does", { rules: [{ status: "Enabled", expiration: { days: 30 } }] }, "rules"),
      bad("no rules", {}, "rules"),
      bad("inline, none that does", { lifecycleRules: [{ enabled: true }] }, "lifecycleRules", { type: BUCKET[1] }),
      bad("one rule, not in a list", { rules: { status: "Enabled" } }, "rules", { type: BUCKET_LIFECYCLE[1] }),
      bad("a rule of the old form", { rules: [{ status: "Enabled", prefix: "tmp/" }] }, "rules", { remediable: false }),
      unknown("days not known", { rules: [rule(UNKNOWN)] }, "daysAfterInitiation"),
      unknown("inline not known", { lifecycleRules: UNKNOWN }, "lifecycleRules", { type: BUCKET[0] }),
    ],
  },
};
