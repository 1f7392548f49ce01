import { badStack, type CaseResource, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET_LIFECYCLE } from "../../kernel/tokens";
import { setting, settingOfSome } from "./bucket-cases";
import { isEnabled } from "./lifecycle-rules";

const DIRECTORY = "aws:s3/directoryBucket:DirectoryBucket";
const [TYPE, V2] = BUCKET_LIFECYCLE;
const directory: CaseResource = { type: DIRECTORY, name: "assets", props: { bucket: "assets--euw1-az1--x-s3" } };
const rules = (status: unknown = "Enabled") => ({ rules: [{ status, expiration: { days: 30 } }] });

export const s3DirectoryBucketLifecycle: Rule = {
  id: "s3-directory-bucket-lifecycle",
  title: "Every directory bucket has a lifecycle rule",
  severity: "low",
  controls: { fsbp: ["S3.25"], nist: ["SI-12"] },
  why: "Directory buckets are the dearest storage of S3, meant for work in progress: what is left behind adds up.",
  fix: "Declare an aws.s3.BucketLifecycleConfiguration with the directory bucket's name and an enabled rule.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-25",
  types: [DIRECTORY],
  checkStack({ subject, stack, violated }) {
    const rules = stack
      .pointingAt(subject, BUCKET_LIFECYCLE, "bucket")
      .flatMap(({ props }) => props.at("rules").list());
    if (!rules.some(isEnabled))
      violated("bucket", "an enabled lifecycle rule", rules.length > 0 ? "rules that are disabled" : "none");
  },
  cases: {
    stack: [
      goodStack("by reference", [directory, setting(TYPE, rules())]),
      goodStack("by name, the older twin", [
        directory,
        { ...settingOfSome(V2), props: { bucket: "assets--euw1-az1--x-s3", ...rules() } },
      ]),
      badStack("none", [directory], "bucket"),
      badStack("disabled", [directory, setting(TYPE, rules("Disabled"))], "bucket"),
      unknownStack("status not known", [directory, setting(TYPE, rules(UNKNOWN))], "status"),
      unknownStack("of some bucket", [directory, settingOfSome(TYPE, rules())], "bucket"),
    ],
  },
};
