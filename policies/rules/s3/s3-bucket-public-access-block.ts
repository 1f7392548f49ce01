import { bad, badStack, good, goodStack, unknown, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_PUBLIC_ACCESS_BLOCK } from "../../kernel/tokens";
import { demandFlags, eachFlagOff } from "./public-access-flags";

const [BLOCK = ""] = BUCKET_PUBLIC_ACCESS_BLOCK;
const [, BUCKET_V2 = ""] = BUCKET;
const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const bucket = { type: "aws:s3/bucket:Bucket", name: "assets", props: {} };
const block = (props: object, refers?: { bucket: string }) => ({
  type: BLOCK,
  name: "block",
  props: { ...all, ...props },
  ...(refers && { refers }),
});

export const s3BucketPublicAccessBlock: Rule = {
  id: "s3-bucket-public-access-block",
  title: "Every bucket blocks public access with all four settings",
  severity: "high",
  controls: { fsbp: ["S3.8"], cis: ["2.1.4"], nist: ["AC-3", "SC-7"] },
  references: {
    checkov: ["CKV2_AWS_6", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56"],
    cdkNag: ["AwsSolutions-S2"],
  },
  why: "Without the block one careless policy or object ACL publishes the bucket.",
  fix: "Declare an aws.s3.BucketPublicAccessBlock with the bucket's id and all four flags true.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-8",
  types: [...BUCKET_PUBLIC_ACCESS_BLOCK, ...BUCKET],
  check({ resource, props, each, violated }) {
    if (BUCKET_PUBLIC_ACCESS_BLOCK.includes(resource.type)) demandFlags(props, false, each, violated);
  },
  checkStack({ subject, stack, violated }) {
    if (!BUCKET.includes(subject.type)) return;
    if (stack.pointingAt(subject, BUCKET_PUBLIC_ACCESS_BLOCK, "bucket").length === 0)
      violated("bucket", "a BucketPublicAccessBlock for this bucket", "none in the stack");
  },
  remedy({ props, each, set }) {
    eachFlagOff(props, false, each, (flag) => set(flag, true));
  },
  cases: {
    resource: [
      good("all four", { bucket: "assets", ...all }),
      good("all four as text", {
        blockPublicAcls: "true",
        blockPublicPolicy: "true",
        ignorePublicAcls: "true",
        restrictPublicBuckets: "true",
      }),
      good("a bucket, which has none of the flags", {}, { type: BUCKET_V2 }),
      bad("public ACLs accepted", { ...all, blockPublicAcls: false }, "blockPublicAcls"),
      bad("public policies accepted", { ...all, blockPublicPolicy: "false" }, "blockPublicPolicy"),
      bad("public ACLs heeded", { ...all, ignorePublicAcls: false }, "ignorePublicAcls"),
      bad("public buckets unrestricted", { ...all, restrictPublicBuckets: false }, "restrictPublicBuckets"),
      bad("provider's default left", { ...all, restrictPublicBuckets: undefined }, "restrictPublicBuckets"),
      bad("nothing said", { bucket: "assets" }, Object.keys(all)),
      unknown("a flag not known", { ...all, blockPublicAcls: UNKNOWN }, "blockPublicAcls"),
    ],
    stack: [
      goodStack("by reference", [bucket, block({ bucket: UNKNOWN }, { bucket: "assets" })]),
      goodStack("by known name, the older twin", [
        { type: BUCKET_V2, name: "assets", props: { bucket: "shop-assets" } },
        block({ bucket: "shop-assets" }),
      ]),
      badStack("no block at all", [bucket], "bucket"),
      badStack(
        "a block of another bucket",
        [bucket, { ...bucket, name: "logs" }, block({ bucket: UNKNOWN }, { bucket: "logs" })],
        "bucket",
      ),
      unknownStack("a block of some bucket", [bucket, block({ bucket: UNKNOWN })], "bucket"),
    ],
  },
};
