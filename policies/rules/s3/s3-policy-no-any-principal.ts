import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { reportPublicStatements } from "../../kernel/public-statements";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_POLICY } from "../../kernel/tokens";

const allow = (principal: unknown, condition?: object, effect = "Allow"): string =>
  JSON.stringify({
    Statement: [
      {
        Sid: "Access",
        Effect: effect,
        Principal: principal,
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::assets/*",
        Condition: condition,
      },
    ],
  });

export const s3PolicyNoAnyPrincipal: Rule = {
  id: "s3-policy-no-any-principal",
  title: "Bucket policies let nobody in whom they do not name",
  severity: "high",
  controls: { nist: ["AC-3", "AC-6"] },
  references: { checkov: ["CKV_AWS_70"], cdkNag: ["AwsSolutions-S5"] },
  why: "A statement for everybody holds for every action that is ever added to it, and for every AWS account.",
  fix: "Name the principals, or add a condition that pins the account, organisation, VPC endpoint or source ARN.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status",
  types: [
    ...BUCKET_POLICY,
    ...BUCKET,
    "aws:s3/accessPoint:AccessPoint",
    "aws:s3control/accessPointPolicy:AccessPointPolicy",
  ],
  check({ props, each, violated }) {
    reportPublicStatements(props.at("policy"), { each, violated });
  },
  cases: {
    resource: [
      good("role named", { policy: allow({ AWS: "arn:aws:iam::123456789012:role/app" }) }),
      good("CloudFront by its distribution", {
        policy: allow(
          { Service: "cloudfront.amazonaws.com" },
          { StringEquals: { "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1" } },
        ),
      }),
      good("everybody of one organisation", {
        policy: allow("*", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
      }),
      good("everybody denied without TLS", {
        policy: allow("*", { Bool: { "aws:SecureTransport": "false" } }, "Deny"),
      }),
      good("a bucket without policy", {}, { type: BUCKET[0] }),
      bad("everybody", { policy: allow("*") }, "policy"),
      bad("every AWS account", { policy: allow({ AWS: "*" }) }, "policy"),
      bad("everybody in a list, inline", { policy: allow({ AWS: ["123456789012", "*"] }) }, "policy", {
        type: BUCKET[0],
      }),
      bad("everybody, as a document", { policy: JSON.parse(allow("*")) }, "policy"),
      bad("everybody but one", { policy: allow("*").replace('"Principal"', '"NotPrincipal"') }, "policy"),
      bad(
        "a condition that narrows nothing",
        { policy: allow("*", { Bool: { "aws:SecureTransport": true } }) },
        "policy",
      ),
      bad("an access point for everybody", { policy: allow("*") }, "policy", {
        type: "aws:s3/accessPoint:AccessPoint",
      }),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};
