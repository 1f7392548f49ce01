import { badStack, goodStack, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_ENCRYPTION, BUCKET_LOGGING } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { bucket, bucketV2, setting, settingOfSome } from "./bucket-cases";
import { ENCRYPTION, settingsOf } from "./bucket-settings";
import { encryptionRulesIn, isKms } from "./encryption-rules";
import { isLogBucket } from "./log-buckets";

const [TYPE, V2] = BUCKET_ENCRYPTION;
const kms = { sseAlgorithm: "aws:kms", kmsMasterKeyId: UNKNOWN };
const rules = (byDefault: object) => ({ rules: [{ applyServerSideEncryptionByDefault: byDefault }] });
const logged = {
  ...setting(BUCKET_LOGGING[0], { targetBucket: UNKNOWN }, "other"),
  refers: { bucket: "other", targetBucket: "assets" },
};

export const s3DefaultEncryptionKms: Rule = {
  id: "s3-default-encryption-kms",
  title: "Every bucket is encrypted with a KMS key of one's own",
  severity: "medium",
  controls: { securityHub: ["S3.17"], nist: ["SC-28(1)"] },
  references: { checkov: ["CKV_AWS_19", "CKV_AWS_145"], cdkNag: ["S3DefaultEncryptionKMS"] },
  why: "S3's own encryption opens to everybody who may read the object; a key has a policy, a log and an off switch.",
  fix: 'Declare an aws.s3.BucketServerSideEncryptionConfiguration with sseAlgorithm "aws:kms" and kmsMasterKeyId.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-17",
  types: BUCKET,
  parameters: {
    logBucketsNeedKms: {
      type: "boolean",
      default: false,
      description: "Whether log buckets need a KMS key too; S3 and load balancers deliver to none that has one.",
    },
  },
  checkStack({ subject, stack, params, violated }) {
    const encryptions = settingsOf(stack, subject, ENCRYPTION).flatMap(encryptionRulesIn);
    if (encryptions.some((each) => isKms(each) && isOwn(each.key))) return;
    if (!params.logBucketsNeedKms && isLogBucket(stack, subject)) return;
    const found = encryptions.some(isKms) ? "AWS's own key" : "S3's own encryption";
    violated("bucket", "aws:kms or aws:kms:dsse with a kmsMasterKeyId", found);
  },
  cases: {
    stack: [
      goodStack("separate", [bucket(), setting(TYPE, rules(kms))]),
      goodStack("both layers, of the older twins", [
        bucketV2(),
        setting(V2, rules({ ...kms, sseAlgorithm: "aws:kms:dsse" })),
      ]),
      goodStack("inline", [
        bucket({ serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: kms } } }),
      ]),
      goodStack("inline in the older twin", [
        bucketV2({
          serverSideEncryptionConfigurations: [{ rules: [{ applyServerSideEncryptionByDefaults: [kms] }] }],
        }),
      ]),
      goodStack("a log bucket", [bucket(), setting(TYPE, rules({ sseAlgorithm: "AES256" })), logged]),
      badStack("nothing", [bucket()], "bucket"),
      badStack("nothing, left to AWS", [bucket({ serverSideEncryptionConfiguration: UNKNOWN })], "bucket"),
      badStack("S3's own", [bucket(), setting(TYPE, rules({ sseAlgorithm: "AES256" }))], "bucket"),
      badStack(
        "AWS's own key by its alias",
        [bucket(), setting(TYPE, rules({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/aws/s3" }))],
        "bucket",
      ),
      badStack("AWS's own key", [bucket(), setting(TYPE, rules({ sseAlgorithm: "aws:kms" }))], "bucket"),
      badStack(
        "S3's own, inline",
        [
          bucket({
            serverSideEncryptionConfiguration: {
              rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
            },
          }),
        ],
        "bucket",
      ),
      badStack(
        "a log bucket where those need one too",
        [bucket(), setting(TYPE, rules({ sseAlgorithm: "AES256" })), logged],
        "bucket",
        { logBucketsNeedKms: true },
      ),
      unknownStack("algorithm not known", [bucket(), setting(TYPE, rules({ sseAlgorithm: UNKNOWN }))], "sseAlgorithm"),
      unknownStack("of some bucket", [bucket(), settingOfSome(TYPE, rules(kms))], "bucket"),
    ],
  },
};

/** Whether a key is set that is not AWS's own for S3; one that is not known yet is taken for one's own. */
const isOwn = (key: Value): boolean => key.isUnknown() || !/^$|(^|:)alias\/aws\//.test(key.string() ?? "");
