import { badStack, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_LIFECYCLE, BUCKET_VERSIONING } from "../../kernel/tokens";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";
import { isVersioned } from "./bucket-settings";
import { expiresOldVersions, isEnabled, lifecycleRulesOf } from "./lifecycle-rules";

const [TYPE] = BUCKET_LIFECYCLE;
const versioning = setting(BUCKET_VERSIONING[0], { versioningConfiguration: { status: "Enabled" } });
const versioned = (props: Properties = {}) => bucket({ versioning: { enabled: true }, ...props });
const rule = (props: object = {}) => ({
  status: "Enabled",
  noncurrentVersionExpiration: { noncurrentDays: 90 },
  ...props,
});

export const s3LifecycleNoncurrent: Rule = {
  id: "s3-lifecycle-noncurrent",
  title: "Buckets that keep versions remove old ones",
  severity: "low",
  controls: { securityHub: ["S3.10"], nist: ["SI-12"] },
  why: "Every overwritten object stays and is paid for; what had to be erased by law is still there as a version.",
  fix: "Add noncurrentVersionExpiration: { noncurrentDays: 90 } to an enabled rule of the BucketLifecycleConfiguration.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-10",
  types: BUCKET,
  checkStack({ subject, stack, violated }) {
    if (!isVersioned(stack, subject)) return;
    if (!lifecycleRulesOf(stack, subject).some((each) => isEnabled(each) && expiresOldVersions(each)))
      violated("bucket", "an enabled rule with noncurrentVersionExpiration", "none");
  },
  cases: {
    stack: [
      goodStack("both separate", [bucket(), versioning, { ...setting(TYPE, { rules: [rule()] }), name: "lifecycle" }]),
      goodStack("both inline", [
        versioned({ lifecycleRules: [{ enabled: true, noncurrentVersionExpiration: { days: 30 } }] }),
      ]),
      goodStack("both inline in the older twin", [
        bucketV2({
          versionings: [{ enabled: true }],
          lifecycleRules: [{ enabled: true, noncurrentVersionExpirations: [{ days: 30 }] }],
        }),
      ]),
      goodStack("no versions kept", [bucket(), bucket({ versioning: { enabled: false } }, "other")]),
      goodStack("versions no longer kept", [
        bucket(),
        { ...versioning, props: { versioningConfiguration: { status: "Suspended" } } },
      ]),
      badStack("no lifecycle", [bucket(), versioning], "bucket"),
      badStack("disabled", [versioned(), setting(TYPE, { rules: [rule({ status: "Disabled" })] })], "bucket"),
      badStack(
        "current versions only",
        [
          versioned(),
          setting(TYPE, { rules: rule({ noncurrentVersionExpiration: undefined, expiration: { days: 9 } }) }),
        ],
        "bucket",
      ),
      badStack(
        "moved, not removed, inline in the older twin",
        [
          bucketV2({
            versionings: { enabled: true },
            lifecycleRules: [{ enabled: true, noncurrentVersionExpirations: [] }],
          }),
        ],
        "bucket",
      ),
      unknownStack("rules not known", [versioned(), setting(TYPE, { rules: UNKNOWN })], "rules"),
      unknownStack("versioning of some bucket", [bucket(), settingOfSome(BUCKET_VERSIONING[0])], "bucket"),
    ],
  },
};
