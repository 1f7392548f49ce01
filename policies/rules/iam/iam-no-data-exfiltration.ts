import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { coversAction, statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { allowsEverything, IDENTITY_POLICY, identityPoliciesOf } from "./identity-policies";
import { isWide } from "./wide-resources";

const EXFILTRATING = [
  "rds:CopyDBSnapshot",
  "rds:CreateDBSnapshot",
  "rds:ModifyDBSnapshotAttribute",
  "s3:GetObject",
  "secretsmanager:GetSecretValue",
  "ssm:GetParameter",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
];

const allow = (action: unknown, resource: unknown = "*", condition?: object): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: action, Resource: resource, Condition: condition }] });

export const iamNoDataExfiltration: Rule = {
  id: "iam-no-data-exfiltration",
  title: "No policy lets its holder read every object, secret, parameter or snapshot",
  severity: "medium",
  controls: { nist: ["AC-6", "AC-4"] },
  references: {
    checkov: ["CKV_AWS_287", "CKV_AWS_288", "CKV_AWS_107", "CKV_AWS_108"],
    cdkNag: ["AwsSolutions-IAM5"],
  },
  why: "One workload that is taken over gives away the data and the credentials of all others.",
  fix: "List in Resource the ARNs of the buckets, secrets, parameters or snapshots that are needed.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  types: IDENTITY_POLICY,
  check({ resource, each, violated }) {
    each(identityPoliciesOf(resource), (document) =>
      each(statementsOf(document), (statement) => {
        if (statement.effect !== "Allow" || allowsEverything(statement) || !isWide(statement)) return;
        for (const action of EXFILTRATING.filter((each) => coversAction(statement, each)))
          violated(document, "ARNs in Resource", "every resource", action);
      }),
    );
  },
  cases: {
    resource: [
      good("one bucket", { policy: allow("s3:GetObject", "arn:aws:s3:::assets/*") }),
      good("secrets of one stack", {
        policy: allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/*"),
      }),
      good("parameters of one stack", {
        policy: allow("ssm:GetParameter*", "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/*"),
      }),
      good("tagged secrets", {
        policy: allow("secretsmanager:GetSecretValue", "*", {
          StringEquals: { "secretsmanager:ResourceTag/stack": "x" },
        }),
      }),
      good("names alone", { policy: allow(["s3:ListAllMyBuckets", "secretsmanager:ListSecrets", "rds:Describe*"]) }),
      good("everything, which is another rule's", { policy: allow("*") }),
      good("denied", { policy: allow("s3:GetObject").replace("Allow", "Deny") }),
      ...EXFILTRATING.map((action) => bad(action, { policy: allow(action) }, "policy", { parts: [action] })),
      bad("every parameter", { policy: allow("ssm:GetParameter", "arn:aws:ssm:*:123456789012:parameter/*") }, "policy"),
      bad(
        "tagged secrets and those without tags",
        {
          policy: allow("secretsmanager:GetSecretValue", "*", {
            StringEqualsIfExists: { "secretsmanager:ResourceTag/stack": "x" },
          }),
        },
        "policy",
      ),
      bad(
        "every secret",
        {
          policy: allow("secretsmanager:Get*", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:*"),
        },
        "policy",
      ),
      bad(
        "inline in a role, as a document",
        { inlinePolicies: [{ policy: JSON.parse(allow("s3:Get*")) }] },
        "inlinePolicies[0].policy",
        {
          type: "aws:iam/role:Role",
        },
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};
