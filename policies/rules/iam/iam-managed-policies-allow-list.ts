import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { matchesPattern } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import { attachedPoliciesOf, POLICY_ATTACHMENT } from "./identity-policies";

const ROLE = "aws:iam/role:Role";
/** Whoever has one of these is an administrator, or can carry data out unseen. */
const NEVER = new Set(["IAMFullAccess", "AWSCloudShellFullAccess"]);
const managed = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
const EXECUTION = managed("service-role/AmazonECSTaskExecutionRolePolicy");

export const iamManagedPoliciesAllowList: Rule = {
  id: "iam-managed-policies-allow-list",
  title: "Of AWS's managed policies only those are attached that the organisation has read",
  severity: "medium",
  controls: { securityHub: ["IAM.27"], cis: ["1.21"], nist: ["AC-6"] },
  references: { checkov: ["CKV2_AWS_56"], cdkNag: ["AwsSolutions-IAM4"] },
  why: "AWS writes these policies for everybody: most are on every resource, and AWS adds actions without asking.",
  fix: "Write an aws.iam.RolePolicy with the actions and ARNs that are needed, or add the policy's name to `allowed`.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-use-aws-defined-policies",
  types: [...POLICY_ATTACHMENT, ROLE],
  parameters: {
    allowed: {
      type: "array",
      items: { type: "string" },
      default: ["service-role/*"],
      description: "Names of AWS managed policies that may be attached, with their path; * stands for any text.",
    },
  },
  check({ props, params, each, violated }) {
    each(attachedPoliciesOf(props), (arn) => {
      const name = /^arn:aws[a-z-]*:iam::aws:policy\/(.+)$/.exec(arn.string() ?? "")?.[1];
      if (name === undefined) return;
      const isAllowed = params.allowed.some((pattern: string) => matchesPattern(pattern, name));
      if (NEVER.has(name)) violated(arn, "a narrower policy", "one that gives everything away");
      else if (!isAllowed) violated(arn, "a policy of one's own, or one on the list", "another one of AWS's");
    });
  },
  cases: {
    resource: [
      good("a policy of one's own", { policyArn: "arn:aws:iam::123456789012:policy/web" }),
      good("a service role's policy", { policyArn: EXECUTION }),
      good(
        "one on the list",
        { managedPolicyArns: [managed("ReadOnlyAccess")] },
        {
          type: ROLE,
          params: { allowed: ["ReadOnlyAccess"] },
        },
      ),
      good("none", {}, { type: ROLE }),
      bad("one that is not on the list", { policyArn: managed("AmazonS3FullAccess") }, "policyArn"),
      bad("a service role's policy that is not on the list", { policyArn: EXECUTION }, "policyArn", {
        params: { allowed: [] },
      }),
      ...[...NEVER].map((name) =>
        bad(`${name}, whatever the list`, { policyArn: managed(name) }, "policyArn", { params: { allowed: ["*"] } }),
      ),
      bad("by a role", { managedPolicyArns: [EXECUTION, managed("AmazonS3FullAccess")] }, "managedPolicyArns[1]", {
        type: ROLE,
      }),
      bad(
        "in another partition, in a list",
        { policyArns: ["arn:aws-cn:iam::aws:policy/AmazonS3FullAccess"] },
        "policyArns[0]",
        {
          type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
        },
      ),
      unknown("ARN not known", { policyArn: UNKNOWN }, "policyArn"),
    ],
  },
};
