import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import { matchesPattern } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { BUCKET } from "../../kernel/tokens";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";
import { type BucketSetting, firstSet, settingsOf } from "./bucket-settings";

const OBJECT_LOCK: BucketSetting = {
  types: [
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
  ],
  inline: ["objectLockConfiguration"],
};
const [TYPE, V2] = OBJECT_LOCK.types;
const retention = (defaultRetention: unknown) => ({ rule: { defaultRetention } });
const days = retention({ mode: "COMPLIANCE", days: 365 });

export const s3ObjectLock: Rule = {
  id: "s3-object-lock",
  title: "Audit trails and backups in S3 cannot be deleted before their time",
  severity: "medium",
  controls: { securityHub: ["S3.15"], nist: ["CP-9(8)", "AU-9"] },
  references: { checkov: ["CKV_AWS_143"], cdkNag: ["S3BucketDefaultLockEnabled"] },
  why: "Who breaks into an account first deletes what proves it and what would restore it.",
  fix: "Set objectLockEnabled: true on the bucket and declare an aws.s3.BucketObjectLockConfiguration with rule.defaultRetention.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-15",
  types: BUCKET,
  optIn: true,
  parameters: {
    // Not access logs: S3 delivers none to a bucket with Object Lock.
    buckets: {
      type: "array",
      items: { type: "string" },
      default: ["*audit*", "*backup*", "*trail*"],
      description: "Logical names of the buckets that are locked; * stands for any text.",
    },
  },
  checkStack({ subject, stack, params, violated }) {
    if (!params.buckets.some((pattern: string) => matchesPattern(pattern, subject.name))) return;
    const periods = settingsOf(stack, subject, OBJECT_LOCK).map((each) =>
      firstSet(firstSet(each, "rule", "rules"), "defaultRetention", "defaultRetentions"),
    );
    if (!periods.some((period) => period.at("days").isSet() || period.at("years").isSet()))
      violated("bucket", "an object lock with a default retention", "none", "retention");
  },
  cases: {
    stack: [
      goodStack("separate", [bucket({ objectLockEnabled: true }, "audit"), setting(TYPE, days, "audit")]),
      goodStack("separate, of the older twins, in lists of one", [
        bucketV2({}, "db-backups"),
        setting(V2, { rule: [{ defaultRetention: [{ years: 1 }] }] }, "db-backups"),
      ]),
      goodStack("inline", [bucket({ objectLockConfiguration: { objectLockEnabled: "Enabled", ...days } }, "trail")]),
      goodStack("inline in the older twin", [
        bucketV2({ objectLockConfiguration: { rules: [{ defaultRetentions: [{ days: 30 }] }] } }, "trail"),
      ]),
      goodStack("another bucket", [bucket()]),
      badStack("none", [bucket({}, "audit")], "bucket"),
      badStack("lock without retention", [bucket({ objectLockEnabled: true }, "audit")], "bucket"),
      badStack("a configuration without retention", [bucket({}, "audit"), setting(TYPE, {}, "audit")], "bucket"),
      badStack(
        "inline without retention, in the older twin",
        [bucketV2({ objectLockConfiguration: { objectLockEnabled: "Enabled", rules: [] } }, "backup")],
        "bucket",
      ),
      badStack("none, of those named", [bucket({}, "evidence")], "bucket", { buckets: ["evidence"] }),
      unknownStack("rule not known", [bucket({}, "audit"), setting(TYPE, { rule: UNKNOWN }, "audit")], "rule"),
      unknownStack("of some bucket", [bucket({}, "audit"), settingOfSome(TYPE, days)], "bucket"),
    ],
  },
};
