import type { StackIndex } from "../../kernel/stack-index";
import type { Subject } from "../../kernel/subject";
import { BUCKET_LIFECYCLE } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { writtenList } from "../../kernel/written-list";
import { firstSet } from "./bucket-settings";

/** The lifecycle rules of a bucket, separate or inline. */
export function lifecycleRulesOf(stack: StackIndex, bucket: Subject): Value[] {
  const separate = stack.pointingAt(bucket, BUCKET_LIFECYCLE, "bucket");
  if (separate.length > 0) return separate.flatMap(({ props }) => props.at("rules").list());
  return writtenList(bucket, "lifecycleRules");
}

/** Whether a rule is in force; the inline ones say `enabled`. */
export const isEnabled = (rule: Value): boolean =>
  rule.at("status").string() === "Enabled" || rule.at("enabled").isTrue();

/** Days after which the parts of an upload that was never completed are removed. */
export const abortDays = (rule: Value): number | undefined =>
  firstSet(rule, "abortIncompleteMultipartUpload.daysAfterInitiation", "abortIncompleteMultipartUploadDays").number();

/** Whether a rule removes the versions that were overwritten or deleted. */
export const expiresOldVersions = (rule: Value): boolean =>
  firstSet(rule, "noncurrentVersionExpiration", "noncurrentVersionExpirations").list().length > 0;
