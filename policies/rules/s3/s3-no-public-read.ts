import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_ACL, BUCKET_POLICY } from "../../kernel/tokens";
import { READ, reportExposure } from "./public-grants";

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

export const s3NoPublicRead: Rule = {
  id: "s3-no-public-read",
  title: "Nobody unnamed can read or list a bucket",
  severity: "critical",
  controls: { fsbp: ["S3.2"], nist: ["AC-3"] },
  references: {
    checkov: ["CKV_AWS_20", "CKV_AWS_375", "CKV2_AWS_43"],
    cdkNag: ["AwsSolutions-S5", "S3BucketPublicReadProhibited"],
  },
  why: "Whatever lies in a bucket that everybody can read is published, found by scanners within hours.",
  fix: "Remove the public ACL or grant, and let CloudFront read by an origin access control and a policy for its distribution.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-2",
  types: [...BUCKET, ...BUCKET_ACL, ...BUCKET_POLICY],
  check: (context) => reportExposure(context, READ),
  cases: {
    resource: [
      good("nothing granted", {}),
      good("private ACL", { acl: "private" }, { type: ACL }),
      good("log delivery", { acl: "log-delivery-write" }, { type: ACL }),
      good("CloudFront by its distribution", {
        policy: allow(
          "s3:GetObject",
          { Service: "cloudfront.amazonaws.com" },
          { StringEquals: { "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1" } },
        ),
      }),
      good("everybody of one organisation", {
        policy: allow("s3:Get*", { AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
      }),
      good(
        "a grant to an account",
        { accessControlPolicy: { grants: [{ grantee: { type: "CanonicalUser", id: "abc" }, permission: "READ" }] } },
        { type: ACL },
      ),
      good("everybody may write, which is the other rule's", { policy: allow("s3:PutObject", "*") }),
      bad("public-read", { acl: "public-read" }, "acl", { type: ACL }),
      bad("public-read-write, inline", { acl: "public-read-write" }, "acl"),
      bad("authenticated-read, inline in the older twin", { acl: "authenticated-read" }, "acl", { type: BUCKET[1] }),
      bad(
        "inline grant to everybody",
        { grants: [{ type: "Group", permissions: ["READ"], uri: `${GROUPS}/AllUsers` }] },
        "grants[0]",
      ),
      bad(
        "grant to every AWS account",
        {
          accessControlPolicy: {
            grants: [
              { grantee: { type: "Group", uri: `${GROUPS}/AuthenticatedUsers` }, permission: "FULL_CONTROL" },
              { grantee: { type: "CanonicalUser", id: "abc" }, permission: "READ" },
            ],
          },
        },
        "accessControlPolicy.grants[0]",
        { type: ACL },
      ),
      bad("policy for everybody", { policy: allow("s3:GetObject", "*") }, "policy", { type: POLICY }),
      bad(
        "policy for everybody, as a document",
        { policy: JSON.parse(allow("s3:ListBucket", { AWS: ["*"] })) },
        "policy",
      ),
      bad("every action of S3", { policy: allow("s3:*", "*") }, "policy", { type: POLICY }),
      bad(
        "a condition that narrows nothing",
        { policy: allow("s3:GetObject", "*", { StringLike: { "aws:Referer": "https://example.com/*" } }) },
        "policy",
        { type: POLICY },
      ),
      bad(
        "a condition that holds without its key",
        { policy: allow("s3:GetObject", "*", { StringEqualsIfExists: { "aws:SourceVpce": "vpce-1" } }) },
        "policy",
        { type: POLICY },
      ),
      bad("one action of two", { policy: allow(["s3:PutObject", "s3:GetObjectTagging"], "*") }, "policy", {
        type: POLICY,
      }),
      bad("an action by a wildcard", { policy: allow("s3:*ObjectVersion", "*") }, "policy", { type: POLICY }),
      bad("no JSON", { policy: "{" }, "policy", { type: POLICY }),
      unknown("ACL not known", { acl: UNKNOWN }, "acl", { type: ACL }),
      unknown("policy not known", { policy: UNKNOWN }, "policy", { type: POLICY }),
    ],
  },
};
