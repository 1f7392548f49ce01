import { isAnyResource, type Statement } from "../../kernel/policy-document";
import type { Subject } from "../../kernel/subject";
import type { Value } from "../../kernel/value";

const ROLE = "aws:iam/role:Role";

/** Resources that carry a policy of an identity: what a role, user or group may do. */
export const IDENTITY_POLICY = [
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/groupPolicy:GroupPolicy",
  "aws:iam/userPolicy:UserPolicy",
  ROLE,
];

/** Resources that attach managed policies, by ARN. */
export const POLICY_ATTACHMENT = [
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  "aws:iam/policyAttachment:PolicyAttachment",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
];

/** The documents of a resource of {@link IDENTITY_POLICY}; the inline ones of a role, whose trust is another matter. */
export function identityPoliciesOf({ type, props }: Pick<Subject, "type" | "props">): Value[] {
  if (type !== ROLE) return props.at("policy").isSet() ? [props.at("policy")] : [];
  return props
    .at("inlinePolicies")
    .list()
    .map((inline) => inline.at("policy"))
    .filter((policy) => policy.isSet());
}

/** The managed policies that a role or an attachment names. */
export function attachedPoliciesOf(props: Value): Value[] {
  return [props.at("policyArn"), ...props.at("managedPolicyArns").list(), ...props.at("policyArns").list()].filter(
    (arn) => arn.isSet(),
  );
}

/** Whether a statement allows every action on every resource. */
export function allowsEverything(statement: Statement): boolean {
  const hasEveryAction = statement.actions.some((action) => /^\*(:\*)?$/.test(action));
  return statement.effect === "Allow" && hasEveryAction && isAnyResource(statement);
}
