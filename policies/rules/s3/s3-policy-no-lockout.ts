import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { coversAction, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_POLICY } from "../../kernel/tokens";

// Who may do neither cannot take the policy back.
const WAYS_BACK = ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"];

const deny = (statement: object = {}): string =>
  JSON.stringify({
    Statement: [{ Sid: "Refuse", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", ...statement }],
  });

export const s3PolicyNoLockout: Rule = {
  id: "s3-policy-no-lockout",
  title: "No bucket policy locks everybody out",
  severity: "medium",
  controls: { nist: ["AC-3"] },
  references: { checkov: ["CKV_AWS_93"] },
  why: "A Deny of everything for everybody also stops whoever wants to take it back: only the root user still can.",
  fix: "Add a condition to the Deny, or except an administrator's role by aws:PrincipalArn in StringNotLike.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html",
  types: [...BUCKET_POLICY, ...BUCKET],
  check({ props, each, violated }) {
    each(statementsOf(props.at("policy")), (statement) => {
      if (locksOut(statement))
        violated("policy", "an exception from the Deny", "a Deny of everything for everybody", statement.sid);
    });
  },
  cases: {
    resource: [
      good("plain HTTP refused", { policy: deny({ Condition: { Bool: { "aws:SecureTransport": "false" } } }) }),
      good("everybody but one role", {
        policy: deny({ Condition: { StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/admin" } } }),
      }),
      good("everybody but one, by NotPrincipal", {
        policy: deny({ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::123456789012:role/admin" } }),
      }),
      good("one principal", { policy: deny({ Principal: { AWS: "210987654321" } }) }),
      good("deleting refused", { policy: deny({ Action: ["s3:DeleteObject*", "s3:DeleteBucket"] }) }),
      good("taking it back by deleting it", { policy: deny({ Action: ["s3:PutBucketPolicy", "s3:PutObject"] }) }),
      good("objects alone", { policy: deny({ Resource: "arn:aws:s3:::assets/*" }) }),
      good("an Allow", { policy: deny({ Effect: "Allow" }) }),
      good("no policy", {}, { type: BUCKET[0] }),
      bad("everything", { policy: deny() }, "policy"),
      bad("everything, inline, as a document", { policy: JSON.parse(deny({ Principal: { AWS: "*" } })) }, "policy", {
        type: BUCKET[1],
      }),
      bad(
        "every action of every service, on the bucket",
        {
          policy: deny({ Action: ["*"], Resource: ["arn:aws:s3:::assets", "arn:aws:s3:::assets/*"] }),
        },
        "policy",
      ),
      bad("the bucket's policy by a wildcard", { policy: deny({ Action: "s3:*BucketPolicy" }) }, "policy"),
      bad("all but reading", { policy: deny({ Action: undefined, NotAction: "s3:GetObject" }) }, "policy"),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};

function locksOut(statement: Statement): boolean {
  return (
    statement.effect === "Deny" &&
    statement.principals.some(({ id }) => id === "*") &&
    statement.conditions.length === 0 &&
    WAYS_BACK.every((action) => coversAction(statement, action)) &&
    statement.resources.some((resource) => !resource.includes("/"))
  );
}
