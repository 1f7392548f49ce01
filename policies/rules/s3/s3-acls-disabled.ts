import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_ACL } from "../../kernel/tokens";

const OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
const [ACL, ACL_V2] = BUCKET_ACL;

export const s3AclsDisabled: Rule = {
  id: "s3-acls-disabled",
  title: "Buckets and objects have no ACLs",
  severity: "medium",
  controls: { fsbp: ["S3.12"], nist: ["AC-3", "AC-6"] },
  references: { checkov: ["CKV2_AWS_65"] },
  why: "With ACLs each object can be opened on its own, past the bucket's policy, and belongs to whoever uploads it.",
  fix: 'Remove the BucketAcl and set rule.objectOwnership to "BucketOwnerEnforced", AWS\'s default for new buckets.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-12",
  types: [OWNERSHIP, ...BUCKET_ACL, ...BUCKET],
  check({ resource, props, each, violated }) {
    if (resource.type === OWNERSHIP) {
      const ownership = props.at("rule.objectOwnership");
      if (ownership.string() !== "BucketOwnerEnforced") violated(ownership, "BucketOwnerEnforced", "ACLs in force");
      return;
    }
    if (BUCKET_ACL.includes(resource.type)) return violated("bucket", "no ACL of the bucket", "one");
    const acl = (): void => {
      if (!["private", undefined].includes(props.at("acl").string())) violated("acl", "no ACL", "a canned ACL", "acl");
    };
    const grants = (): void => {
      if (props.at("grants").list().length > 0) violated("grants", "no ACL", "grants", "grants");
    };
    each([acl, grants], (part) => part());
  },
  cases: {
    resource: [
      good("enforced", { rule: { objectOwnership: "BucketOwnerEnforced" } }),
      good("enforced, in a list of one", { rule: [{ objectOwnership: "BucketOwnerEnforced" }] }),
      good("AWS's default for new buckets left", {}, { type: BUCKET[0] }),
      good("the ACL that every bucket is created with", { acl: "private" }, { type: BUCKET[1] }),
      bad(
        "the bucket's owner preferred",
        { rule: { objectOwnership: "BucketOwnerPreferred" } },
        "rule.objectOwnership",
      ),
      bad("the writer owns", { rule: { objectOwnership: "ObjectWriter" } }, "rule.objectOwnership"),
      bad("nothing said", {}, "rule.objectOwnership"),
      bad("an ACL", { acl: "private" }, "bucket", { type: ACL }),
      bad("an ACL of the older twin", { acl: "log-delivery-write" }, "bucket", { type: ACL_V2 }),
      bad("inline canned ACL", { acl: "public-read" }, "acl", { type: BUCKET[0] }),
      bad("inline grants", { grants: [{ type: "CanonicalUser", permissions: ["READ"], id: "abc" }] }, "grants", {
        type: BUCKET[1],
      }),
      unknown("ownership not known", { rule: { objectOwnership: UNKNOWN } }, "rule.objectOwnership"),
      unknown("inline ACL not known", { acl: UNKNOWN }, "acl", { type: BUCKET[0] }),
    ],
  },
};
