import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { escalationsOf } from "./escalations";
import { allowsEverything, IDENTITY_POLICY, identityPoliciesOf } from "./identity-policies";

const statement = (action: unknown, resource: unknown = "*", more: object = {}): object => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...more,
});
const policy = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const TASK_ROLE = "arn:aws:iam::123456789012:role/task";

export const iamNoPrivilegeEscalation: Rule = {
  id: "iam-no-privilege-escalation",
  title: "No policy lets its holder give itself more rights",
  severity: "high",
  controls: { nist: ["AC-6"] },
  references: { checkov: ["CKV_AWS_286", "CKV_AWS_110", "CKV_AWS_289", "CKV_AWS_109"] },
  why: "Who can change policies, or start a workload under any role, is an administrator by one more call.",
  fix: "Hold the action to the ARNs that it is for, above all iam:PassRole, or require a permissions boundary.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  types: IDENTITY_POLICY,
  check({ resource, each, violated }) {
    each(identityPoliciesOf(resource), (document) => {
      const statements = statementsOf(document);
      // An administrator has nothing to gain; iam-no-admin-policy reports it.
      if (statements.some(allowsEverything)) return;
      for (const path of escalationsOf(statements))
        violated(document, "actions held to named resources", `${path} without such a limit`, path);
    });
  },
  cases: {
    resource: [
      good("starts tasks under one role", {
        policy: policy(statement("ecs:RunTask"), statement("iam:PassRole", TASK_ROLE)),
      }),
      good("everything, which is another rule's", { policy: policy(statement("*"), statement("s3:GetObject")) }),
      good("passes any role, to nothing", { policy: policy(statement("iam:PassRole")) }),
      good("changes one role", { policy: policy(statement("iam:PutRolePolicy", TASK_ROLE)) }),
      good("changes roles with a boundary", {
        policy: policy(
          statement("iam:AttachRolePolicy", "*", {
            Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/boundary" } },
          }),
        ),
      }),
      good("allowed and denied", {
        policy: policy(statement("iam:*"), statement(["iam:*"], "*", { Effect: "Deny" })),
      }),
      good("everything but IAM and Lambda", {
        policy: policy({ Effect: "Allow", NotAction: ["iam:*", "lambda:*"], Resource: "*" }),
      }),
      good("denied without MFA, allowed nowhere", {
        policy: policy(
          statement("iam:CreateAccessKey", "*", {
            Effect: "Deny",
            Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
          }),
        ),
      }),
      bad("a new version of any policy", { policy: policy(statement("iam:CreatePolicyVersion")) }, "policy"),
      bad("a policy for every role, by a wildcard", { policy: policy(statement("iam:PutRole*")) }, "policy"),
      bad(
        "every role of the account",
        { policy: policy(statement("iam:AttachRolePolicy", [TASK_ROLE, "arn:aws:iam::123456789012:role/*"])) },
        "policy",
      ),
      bad(
        "tasks under any role",
        { policy: policy(statement(["ecs:RunTask", "ecs:StopTask"]), statement("iam:PassRole")) },
        "policy",
        { type: "aws:iam/rolePolicy:RolePolicy" },
      ),
      bad(
        "functions under any role, inline in a role",
        {
          inlinePolicies: [
            {
              policy: JSON.parse(policy(statement(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]))),
            },
          ],
        },
        "inlinePolicies[0].policy",
        { type: "aws:iam/role:Role" },
      ),
      bad(
        "denied only without MFA",
        {
          policy: policy(
            statement("iam:CreateAccessKey"),
            statement("iam:CreateAccessKey", "*", {
              Effect: "Deny",
              Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
            }),
          ),
        },
        "policy",
      ),
      bad(
        "denied for one user",
        {
          policy: policy(
            statement("iam:CreateAccessKey"),
            statement("iam:CreateAccessKey", "arn:aws:iam::123456789012:user/root", { Effect: "Deny" }),
          ),
        },
        "policy",
      ),
      ...[
        { StringNotEquals: { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/boundary" } },
        { Null: { "iam:PermissionsBoundary": "true" } },
        { ArnLikeIfExists: { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/boundary" } },
      ].map((condition) =>
        bad(
          `changes roles without the boundary, by ${Object.keys(condition).join()}`,
          { policy: policy(statement("iam:AttachRolePolicy", "*", { Condition: condition })) },
          "policy",
        ),
      ),
      bad(
        "everything but one service",
        {
          policy: policy({
            Effect: "Allow",
            NotAction: ["iam:C*", "iam:A*", "iam:PutG*", "iam:PutU*", "iam:S*", "iam:U*", "iam:Pass*", "lambda:*"],
            Resource: "*",
          }),
        },
        "policy",
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};
