import { bad, badStack, good, goodStack, unknown, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_VERSIONING } from "../../kernel/tokens";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";
import { VERSIONING, settingsOf } from "./bucket-settings";

const [TYPE, V2] = BUCKET_VERSIONING;
const status = (value: unknown) => ({ versioningConfiguration: { status: value } });

export const s3Versioning: Rule = {
  id: "s3-versioning",
  title: "Every bucket keeps versions",
  severity: "medium",
  controls: { securityHub: ["S3.14"], nist: ["CP-9", "AU-9(2)"] },
  references: { checkov: ["CKV_AWS_21"], cdkNag: ["S3BucketVersioningEnabled"] },
  why: "Without versions an overwritten or deleted object is gone, whoever did it.",
  fix: 'Declare an aws.s3.BucketVersioning with the bucket\'s id and versioningConfiguration { status: "Enabled" }.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-14",
  types: [...BUCKET_VERSIONING, ...BUCKET],
  check({ resource, props, violated }) {
    if (!BUCKET_VERSIONING.includes(resource.type)) return;
    const value = props.at("versioningConfiguration.status");
    if (value.string() !== "Enabled") violated(value, "Enabled", "versions not kept");
  },
  checkStack({ subject, stack, violated }) {
    if (!BUCKET.includes(subject.type)) return;
    const isSeparate = stack.pointingAt(subject, BUCKET_VERSIONING, "bucket").length > 0;
    if (isSeparate || settingsOf(stack, subject, VERSIONING).some((setting) => setting.at("enabled").isTrue())) return;
    violated("bucket", "a BucketVersioning for this bucket", "none in the stack");
  },
  remedy: ({ set }) => set("versioningConfiguration.status", "Enabled"),
  cases: {
    resource: [
      good("enabled", status("Enabled")),
      good("enabled, in a list of one", { versioningConfiguration: [{ status: "Enabled" }] }, { type: V2 }),
      good("a bucket, judged in its stack", {}, { type: BUCKET[0] }),
      bad("suspended", status("Suspended"), "versioningConfiguration.status"),
      bad("disabled", status("Disabled"), "versioningConfiguration.status", { type: V2 }),
      bad("nothing said", {}, "versioningConfiguration.status"),
      unknown("status not known", status(UNKNOWN), "versioningConfiguration.status"),
    ],
    stack: [
      goodStack("separate", [bucket({ versioning: UNKNOWN }), setting(TYPE, status("Enabled"))]),
      goodStack("separate, of the older twins", [bucketV2(), setting(V2, status("Enabled"))]),
      goodStack("separate and suspended, which the resource itself is told", [
        bucket(),
        setting(TYPE, status("Suspended")),
      ]),
      goodStack("inline", [bucket({ versioning: { enabled: true } })]),
      goodStack("inline in the older twin, as text", [bucketV2({ versionings: [{ enabled: "true" }] })]),
      badStack("nothing", [bucket(), bucket({}, "other"), setting(TYPE, status("Enabled"), "other")], "bucket"),
      badStack("nothing, left to AWS", [bucket({ versioning: UNKNOWN })], "bucket"),
      badStack("inline and off", [bucket({ versioning: { enabled: false } })], "bucket"),
      badStack("inline and off in the older twin", [bucketV2({ versionings: [{ mfaDelete: false }] })], "bucket"),
      unknownStack("inline not known", [bucket({ versioning: { enabled: UNKNOWN } })], "versioning.enabled"),
      unknownStack("of some bucket", [bucket(), settingOfSome(TYPE, status("Enabled"))], "bucket"),
    ],
  },
};
