import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { IDENTITY_POLICY, identityPoliciesOf } from "./identity-policies";

const allow = (action: unknown): string =>
  JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: "arn:aws:s3:::assets/*" } });

export const iamNoServiceWildcards: Rule = {
  id: "iam-no-service-wildcards",
  title: "No policy allows every action of a service",
  severity: "medium",
  controls: { fsbp: ["IAM.21"], nist: ["AC-6"] },
  references: { checkov: ["CKV_AWS_63", "CKV_AWS_49", "CKV2_AWS_40"], cdkNag: ["AwsSolutions-IAM5"] },
  why: "With all actions come those that delete, share and change permissions, and every one that AWS adds later.",
  fix: "List the actions that the program calls, or at least a prefix such as s3:Get*.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21",
  types: IDENTITY_POLICY,
  check({ resource, each, violated }) {
    each(identityPoliciesOf(resource), (document) =>
      each(statementsOf(document), ({ effect, actions }) => {
        for (const action of new Set(actions))
          if (effect === "Allow" && /^[^*:]+:\*+$/.test(action))
            violated(document, "named actions", "every action of a service", action);
      }),
    );
  },
  cases: {
    resource: [
      good("named actions", { policy: allow(["s3:GetObject", "s3:List*"]) }),
      good("denied", { policy: allow("s3:*").replace("Allow", "Deny") }),
      good("everything, which is another rule's", { policy: allow("*") }),
      bad("every action", { policy: allow("s3:*") }, "policy", { parts: ["s3:*"] }),
      bad("of two services", { policy: allow(["S3:*", "sqs:SendMessage", "sqs:**"]) }, ["policy", "policy"], {
        parts: ["s3:*", "sqs:**"],
        type: "aws:iam/userPolicy:UserPolicy",
      }),
      bad(
        "inline in a role, as a document",
        { inlinePolicies: { policy: JSON.parse(allow(["s3:*"])) } },
        "inlinePolicies.policy",
        {
          type: "aws:iam/role:Role",
        },
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
    ],
  },
};
