import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_ACL, BUCKET_POLICY } from "../../kernel/tokens";
import { WRITE, reportExposure } from "./public-grants";

const [ACL = ""] = BUCKET_ACL;
const [POLICY = ""] = BUCKET_POLICY;
const GROUPS = "http://acs.amazonaws.com/groups/global";
const allow = (action: string | string[], principal: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: {
      Effect: "Allow",
      Principal: principal,
      Action: action,
      Resource: "arn:aws:s3:::assets/*",
      Condition: condition,
    },
  });

export const s3NoPublicWrite: Rule = {
  id: "s3-no-public-write",
  title: "Nobody unnamed can write to a bucket or change it",
  severity: "critical",
  controls: { fsbp: ["S3.3"], nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_57"], cdkNag: ["S3BucketPublicWriteProhibited"] },
  why: "Strangers who can write fill the bucket at the owner's cost, replace what visitors load, or delete the data.",
  fix: "Remove the public ACL or grant, and name the principals that may write in the bucket policy.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-3",
  types: [...BUCKET, ...BUCKET_ACL, ...BUCKET_POLICY],
  check: (context) => reportExposure(context, WRITE),
  cases: {
    resource: [
      good("nothing granted", {}),
      good("public-read, which is the other rule's", { acl: "public-read" }, { type: ACL }),
      good("log delivery", {
        policy: allow(
          "s3:PutObject",
          { Service: "delivery.logs.amazonaws.com" },
          { StringEquals: { "aws:SourceAccount": "123456789012" } },
        ),
      }),
      good("everybody through one VPC endpoint", {
        policy: allow("s3:PutObject", "*", { StringEquals: { "aws:SourceVpce": "vpce-1" } }),
      }),
      good("everybody may read, which is the other rule's", { policy: allow("s3:GetObject", "*") }),
      good("everybody is denied", { policy: allow("s3:PutObject", "*").replace("Allow", "Deny") }),
      bad("public-read-write", { acl: "public-read-write" }, "acl", { type: ACL }),
      bad("public-read-write, inline in the older twin", { acl: "public-read-write" }, "acl", { type: BUCKET[1] }),
      bad(
        "inline grant to everybody, one of two",
        {
          grants: [
            { type: "CanonicalUser", id: "abc", permissions: ["FULL_CONTROL"] },
            { type: "Group", permissions: ["READ", "WRITE"], uri: `${GROUPS}/AllUsers` },
          ],
        },
        "grants[1]",
      ),
      bad(
        "grant of the ACL itself",
        {
          accessControlPolicy: {
            grants: { grantee: { type: "Group", uri: `${GROUPS}/AllUsers` }, permission: "WRITE_ACP" },
          },
        },
        "accessControlPolicy.grants",
        { type: ACL },
      ),
      bad("policy for everybody", { policy: allow("s3:PutObject", "*") }, "policy", { type: POLICY }),
      bad("policy for everybody, as a document", { policy: JSON.parse(allow("s3:Delete*", { AWS: "*" })) }, "policy"),
      bad("every action of S3", { policy: allow("s3:*", "*") }, "policy", { type: POLICY }),
      bad("one action of two", { policy: allow(["s3:GetObject", "s3:RestoreObject"], "*") }, "policy", {
        type: POLICY,
      }),
      bad("an action by a wildcard", { policy: allow("s3:*ObjectAcl", "*") }, "policy", { type: POLICY }),
      bad("no JSON", { policy: "{" }, "policy", { type: POLICY }),
      unknown("grants not known", { grants: UNKNOWN }, "grants"),
      unknown("policy not known", { policy: UNKNOWN }, "policy", { type: POLICY }),
    ],
  },
};
