import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { allowsEverything, IDENTITY_POLICY, identityPoliciesOf } from "./identity-policies";
import { isScopableWrite } from "./scopable-actions";
import { isWide } from "./wide-resources";

const allow = (action: unknown, resource: unknown = "*", condition?: object): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: action, Resource: resource, Condition: condition }] });

export const iamNoResourceStar: Rule = {
  id: "iam-no-resource-star",
  title: "Actions that change something are allowed on named resources",
  severity: "medium",
  controls: { nist: ["AC-6"] },
  references: {
    checkov: ["CKV_AWS_355", "CKV_AWS_356", "CKV_AWS_290", "CKV_AWS_111"],
    cdkNag: ["AwsSolutions-IAM5"],
  },
  why: "A workload that is taken over can change or delete what belongs to all others of the account.",
  fix: "List ARNs in Resource, or add a condition on aws:ResourceTag or ecs:cluster.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  types: IDENTITY_POLICY,
  check({ resource, each, violated }) {
    each(identityPoliciesOf(resource), (document) =>
      each(statementsOf(document), (statement) => {
        if (statement.effect !== "Allow" || allowsEverything(statement) || !isWide(statement)) return;
        for (const action of new Set(statement.actions.filter(isScopableWrite)))
          violated(document, "ARNs in Resource", "every resource", action);
      }),
    );
  },
  cases: {
    resource: [
      good("named resource", { policy: allow("s3:PutObject", "arn:aws:s3:::assets/*") }),
      good("reads", { policy: allow(["s3:ListAllMyBuckets", "ec2:Describe*", "ecr:GetAuthorizationToken"]) }),
      good("writes that take no resource", {
        policy: allow(["cloudwatch:PutMetricData", "xray:PutTraceSegments", "ssmmessages:*"]),
      }),
      good("a text message", { policy: allow("sns:Publish") }),
      good("tagged resources", {
        policy: allow("ecs:UpdateService", "*", { StringEquals: { "aws:ResourceTag/stack": "prod" } }),
      }),
      good("tasks of one cluster", {
        policy: allow("ecs:StopTask", "*", {
          ArnEquals: { "ecs:cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/shop" },
        }),
      }),
      good("denied", { policy: allow("s3:DeleteObject").replace("Allow", "Deny") }),
      good("everything, which is another rule's", { policy: allow("*") }),
      bad("on everything", { policy: allow(["s3:PutObject", "s3:GetObject"]) }, "policy", { parts: ["s3:putobject"] }),
      bad("two actions", { policy: allow(["sqs:SendMessage", "kms:Encrypt"]) }, ["policy", "policy"], {
        parts: ["sqs:sendmessage", "kms:encrypt"],
      }),
      bad("by a wildcard action", { policy: allow("dynamodb:*Item") }, "policy"),
      bad("on everything of a service", { policy: allow("s3:DeleteObject", "arn:aws:s3:::*/*") }, "policy"),
      bad(
        "on everything but one",
        { policy: allow("s3:DeleteObject", "arn:aws:s3:::a").replace("Resource", "NotResource") },
        "policy",
      ),
      bad(
        "of whatever has another tag",
        {
          policy: allow("ecs:UpdateService", "*", { StringNotEquals: { "aws:ResourceTag/stack": "prod" } }),
        },
        "policy",
      ),
      bad(
        "inline in a role, as a document",
        { inlinePolicies: [{ policy: JSON.parse(allow("logs:PutLogEvents")) }] },
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
