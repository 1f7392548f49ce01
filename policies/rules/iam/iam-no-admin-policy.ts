import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import { statementsOf } from "../../kernel/policy-document";
import type { Rule } from "../../kernel/rule";
import {
  allowsEverything,
  attachedPoliciesOf,
  IDENTITY_POLICY,
  identityPoliciesOf,
  POLICY_ATTACHMENT,
} from "./identity-policies";

const ADMINISTRATOR = /^arn:aws[a-z-]*:iam::aws:policy\/AdministratorAccess$/;
const [ATTACHMENT = ""] = POLICY_ATTACHMENT;
const ROLE = "aws:iam/role:Role";

const allow = (action: unknown, resource: unknown): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: action, Resource: resource }] });

export const iamNoAdminPolicy: Rule = {
  id: "iam-no-admin-policy",
  title: "No policy allows every action on every resource",
  severity: "critical",
  controls: { fsbp: ["IAM.1"], cis: ["1.15"], nist: ["AC-6"] },
  references: {
    checkov: ["CKV_AWS_62", "CKV_AWS_1", "CKV_AWS_274"],
    cdkNag: ["AwsSolutions-IAM5", "AwsSolutions-IAM4"],
  },
  why: "Whoever takes over one workload with such a role has the whole account.",
  fix: "List the actions and the ARNs that are needed, and attach no AdministratorAccess.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
  types: [...IDENTITY_POLICY, ...POLICY_ATTACHMENT],
  check({ resource, props, each, violated }) {
    const documents = (): void =>
      each(identityPoliciesOf(resource), (policy) =>
        each(statementsOf(policy), (statement) => {
          if (allowsEverything(statement))
            violated(policy, "named actions", "every action on everything", statement.sid);
        }),
      );
    const attachments = (): void =>
      each(attachedPoliciesOf(props), (arn) => {
        if (ADMINISTRATOR.test(arn.string() ?? "")) violated(arn, "a narrower policy", "AdministratorAccess");
      });
    each([documents, attachments], (part) => part());
  },
  cases: {
    resource: [
      good("named actions", { policy: allow(["s3:GetObject"], "*") }),
      good("every action on one bucket", { policy: allow("*", "arn:aws:s3:::assets/*") }),
      good("everything denied", { policy: allow("*", "*").replace("Allow", "Deny") }),
      good("a role without policies", { assumeRolePolicy: allow("*", "*") }, { type: ROLE }),
      good("another managed policy", { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }, { type: ATTACHMENT }),
      bad("everything", { policy: allow("*", "*") }, "policy"),
      bad("everything, in lists", { policy: allow(["s3:GetObject", "*"], ["*"]) }, "policy", {
        type: "aws:iam/rolePolicy:RolePolicy",
      }),
      bad("everything, with a wildcard for the service", { policy: allow("*:*", "*") }, "policy", {
        type: "aws:iam/groupPolicy:GroupPolicy",
      }),
      bad("everything, as a document", { policy: JSON.parse(allow("*", "*")) }, "policy", {
        type: "aws:iam/userPolicy:UserPolicy",
      }),
      bad(
        "everything, inline in a role",
        { inlinePolicies: [{ policy: allow("s3:GetObject", "*") }, { policy: allow("*", "*") }] },
        "inlinePolicies[1].policy",
        { type: ROLE },
      ),
      ...POLICY_ATTACHMENT.slice(0, 4).map((type) =>
        bad("attached", { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }, "policyArn", { type }),
      ),
      bad(
        "attached by a role",
        { managedPolicyArns: ["arn:aws-us-gov:iam::aws:policy/AdministratorAccess"] },
        "managedPolicyArns[0]",
        { type: ROLE },
      ),
      ...POLICY_ATTACHMENT.slice(4).map((type) =>
        bad("attached in a list", { policyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] }, "policyArns[0]", {
          type,
        }),
      ),
      bad("no JSON", { policy: "{" }, "policy"),
      unknown("policy not known", { policy: UNKNOWN }, "policy"),
      unknown("ARN not known", { policyArn: UNKNOWN }, "policyArn", { type: ATTACHMENT }),
    ],
  },
};
