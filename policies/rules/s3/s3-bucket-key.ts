import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { ResourceContext, Rule } from "../../kernel/rule";
import type { Subject } from "../../kernel/subject";
import { BUCKET, BUCKET_ENCRYPTION } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { ENCRYPTION } from "./bucket-settings";
import { encryptionRulesIn } from "./encryption-rules";

const rule = (bucketKeyEnabled?: unknown, sseAlgorithm = "aws:kms") => ({
  applyServerSideEncryptionByDefault: { sseAlgorithm },
  bucketKeyEnabled,
});

export const s3BucketKey: Rule = {
  id: "s3-bucket-key",
  title: "Buckets with a KMS key use a bucket key",
  severity: "low",
  controls: { nist: ["SC-12"] },
  why: "Without a bucket key every object asks KMS on its own: up to a hundred times the cost, and a quota to run into.",
  fix: "Set bucketKeyEnabled: true beside applyServerSideEncryptionByDefault.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html",
  types: [...BUCKET_ENCRYPTION, ...BUCKET],
  check({ resource, each, violated }) {
    eachWithoutBucketKey(resource, each, (bucketKey) =>
      violated(bucketKey, "true", bucketKey.isSet() ? "false" : "nothing"),
    );
  },
  remedy({ resource, each, set }) {
    eachWithoutBucketKey(resource, each, (bucketKey) => set(bucketKey, true));
  },
  cases: {
    resource: [
      good("with one", { rules: [rule(true)] }),
      good(
        "with one, as text, inline",
        { serverSideEncryptionConfiguration: { rule: rule("true") } },
        {
          type: BUCKET[0],
        },
      ),
      good("S3's own encryption", { rules: [rule(undefined, "AES256")] }),
      good("both layers, which has none", { rules: rule(undefined, "aws:kms:dsse") }),
      good("a bucket without encryption of its own", {}, { type: BUCKET[1] }),
      bad("absent", { rules: [rule()] }, "rules[0].bucketKeyEnabled"),
      bad("off", { rules: [rule(true), rule(false)] }, "rules[1].bucketKeyEnabled", { type: BUCKET_ENCRYPTION[1] }),
      bad(
        "absent inline",
        { serverSideEncryptionConfiguration: { rule: rule() } },
        "serverSideEncryptionConfiguration.rule.bucketKeyEnabled",
        { type: BUCKET[0] },
      ),
      bad(
        "absent inline in the older twin",
        {
          serverSideEncryptionConfigurations: [
            { rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "aws:kms" }] }] },
          ],
        },
        "serverSideEncryptionConfigurations[0].rules[0].bucketKeyEnabled",
        { type: BUCKET[1] },
      ),
      unknown("not known", { rules: [rule(UNKNOWN)] }, "bucketKeyEnabled"),
      unknown("rules not known", { rules: UNKNOWN }, "rules"),
    ],
  },
};

/** Calls back for the switch of each rule with a KMS key that has no bucket key. */
function eachWithoutBucketKey(
  { type, props }: Subject,
  each: ResourceContext["each"],
  report: (bucketKey: Value) => void,
): void {
  const inline = ENCRYPTION.inline.map((property) => props.at(property));
  const configurations = BUCKET.includes(type) ? inline.flatMap((property) => property.list()) : [props];
  each(configurations.flatMap(encryptionRulesIn), ({ algorithm, bucketKey }) => {
    // S3 offers no bucket key for aws:kms:dsse.
    if (algorithm.string() === "aws:kms" && !bucketKey.isTrue()) report(bucketKey);
  });
}
