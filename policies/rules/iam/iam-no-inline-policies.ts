import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const ROLE = "aws:iam/role:Role";
const INLINE = [
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/groupPolicy:GroupPolicy",
  "aws:iam/userPolicy:UserPolicy",
] as const;

export const iamNoInlinePolicies: Rule = {
  id: "iam-no-inline-policies",
  title: "Policies are managed, not inline",
  severity: "low",
  controls: { nist: ["AC-6"] },
  references: { cdkNag: ["IAMNoInlinePolicy"] },
  why: "Where an auditor counts managed policies, inline ones are not in the list and have no versions.",
  fix: "Declare an aws.iam.Policy and attach it with an aws.iam.RolePolicyAttachment.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  types: [...INLINE, ROLE],
  optIn: true,
  check({ resource, props, violated }) {
    if (resource.type !== ROLE) violated("policy", "a managed policy", "an inline one");
    else if (props.at("inlinePolicies").list().length > 0) violated("inlinePolicies", "none", "inline policies");
  },
  cases: {
    resource: [
      good("a role without", { inlinePolicies: [] }, { type: ROLE }),
      good("a role with managed ones", { managedPolicyArns: ["arn"] }, { type: ROLE }),
      ...INLINE.map((type) => bad("separate", { policy: "{}" }, "policy", { type })),
      bad("in a role", { inlinePolicies: [{ name: "own" }] }, "inlinePolicies", { type: ROLE }),
      unknown("not known", { inlinePolicies: UNKNOWN }, "inlinePolicies", { type: ROLE }),
    ],
  },
};
