import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { coversAction, type Statement, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { BUCKET, BUCKET_POLICY } from "../../kernel/tokens";

// The list of AWS's own control.
const OWNER_ACTIONS = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutEncryptionConfiguration",
  "s3:PutObjectAcl",
];

const allow = (principal: unknown, action: unknown, condition?: object): string =>
  JSON.stringify({
    Statement: { Effect: "Allow", Principal: principal, Action: action, Resource: "*", Condition: condition },
  });

export const s3PolicyCrossAccountRestricted: Rule = {
  id: "s3-policy-cross-account-restricted",
  title: "Bucket policies leave policy, ACLs and encryption to the bucket's own account",
  severity: "high",
  controls: { fsbp: ["S3.6"], nist: ["AC-3", "CA-9"] },
  why: "An account that may change the bucket's policy or ACLs can give itself, and anybody else, all the rest.",
  fix: "Leave these actions out of the bucket policy; roles of the own account get them by an IAM policy instead.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6",
  types: [...BUCKET_POLICY, ...BUCKET],
  parameters: {
    ownAccounts: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Ids of the accounts that a bucket policy may give these actions to.",
    },
  },
  check({ props, params, each, violated }) {
    const own = new Set<string>(params.ownAccounts);
    const statements = statementsOf(props.at("policy")).filter((statement) => isForOthers(statement, own));
    each(OWNER_ACTIONS, (action) => {
      if (statements.some((statement) => coversAction(statement, action)))
        violated("policy", "no such action for other accounts", `${action} for an account not listed`, action);
    });
  },
  cases: {
    resource: [
      good("data actions for another account", {
        policy: allow({ AWS: "arn:aws:iam::210987654321:root" }, ["s3:GetObject", "s3:PutObject"]),
      }),
      good(
        "the own account, listed",
        { policy: allow({ AWS: "123456789012" }, "s3:PutBucketPolicy") },
        {
          params: { ownAccounts: ["123456789012"] },
        },
      ),
      good(
        "everybody of the own account, listed",
        {
          policy: allow("*", "s3:PutBucketPolicy", { StringEquals: { "aws:PrincipalAccount": ["123456789012"] } }),
        },
        { params: { ownAccounts: ["123456789012"] } },
      ),
      good("an AWS service", { policy: allow({ Service: "logging.s3.amazonaws.com" }, "s3:Put*") }),
      good("denied", { policy: allow({ AWS: "210987654321" }, "s3:PutBucketAcl").replace("Allow", "Deny") }),
      good("a deleted role's id", { policy: allow({ AWS: "AROAIOSFODNN7EXAMPLE" }, "s3:PutBucketAcl") }),
      good("no policy", {}, { type: BUCKET[1] }),
      ...OWNER_ACTIONS.map((action) =>
        bad(`${action} for another account`, { policy: allow({ AWS: "210987654321" }, action) }, "policy"),
      ),
      bad(
        "a role of another account, as a document",
        { policy: JSON.parse(allow({ AWS: ["arn:aws:iam::210987654321:role/x"] }, ["S3:PutBucketPolic?"])) },
        "policy",
        { params: { ownAccounts: ["123456789012"] } },
      ),
      bad(
        "everybody of an organisation",
        { policy: allow("*", "s3:PutObjectAcl", { StringEquals: { "aws:PrincipalOrgID": "o-1" } }) },
        "policy",
      ),
      bad(
        "everybody of the own account and another",
        {
          policy: allow("*", "s3:PutBucketAcl", {
            StringEquals: { "aws:PrincipalAccount": ["123456789012", "210987654321"] },
          }),
        },
        "policy",
        { params: { ownAccounts: ["123456789012"] } },
      ),
      bad(
        "everybody but the own account",
        { policy: allow("*", "s3:PutBucketAcl", { StringNotEquals: { "aws:PrincipalAccount": "123456789012" } }) },
        "policy",
        { params: { ownAccounts: ["123456789012"] } },
      ),
      bad(
        "everybody with another key of the own account",
        { policy: allow("*", "s3:PutBucketAcl", { StringEquals: { "aws:SourceAccount": "123456789012" } }) },
        "policy",
        { params: { ownAccounts: ["123456789012"] } },
      ),
      bad(
        "everybody without an account, too",
        {
          policy: allow("*", "s3:PutBucketAcl", { StringEqualsIfExists: { "aws:PrincipalAccount": "123456789012" } }),
        },
        "policy",
        { params: { ownAccounts: ["123456789012"] } },
      ),
      bad(
        "everybody but one principal",
        { policy: allow({ AWS: "123456789012" }, "s3:PutBucketAcl").replace("Principal", "NotPrincipal") },
        "policy",
      ),
      bad("every action of S3", { policy: allow({ AWS: "210987654321" }, "s3:*") }, Array(5).fill("policy"), {
        type: BUCKET[0],
      }),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};

/** Whether an Allow is for AWS accounts that are not among one's own; a service or an unreadable id is none. */
function isForOthers(statement: Statement, own: ReadonlySet<string>): boolean {
  const pinned = statement.conditions
    .filter(
      ({ operator, holdsWithoutKey, key }) =>
        operator === "stringequals" && !holdsWithoutKey && key === "aws:principalaccount",
    )
    .flatMap(({ values }) => values);
  const isPinnedToOwn = pinned.length > 0 && pinned.every((account) => own.has(account));
  const accounts = statement.principals.filter(({ kind }) => kind === "AWS").map(({ id }) => accountOf(id));
  const isOther = accounts.some((account) => account !== undefined && !own.has(account));
  return statement.effect === "Allow" && !isPinnedToOwn && (isOther || statement.notPrincipals.length > 0);
}

/** The account of an ARN or account id; `*` stands for all of them. */
function accountOf(principal: string): string | undefined {
  const account = principal.startsWith("arn:") ? principal.split(":")[4] : principal;
  return account && /^(\d{12}|\*)$/.test(account) ? account : undefined;
}
