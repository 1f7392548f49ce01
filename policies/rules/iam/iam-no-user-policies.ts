import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const USER_POLICY = "aws:iam/userPolicy:UserPolicy";
const USER_ATTACHMENT = "aws:iam/userPolicyAttachment:UserPolicyAttachment";
const ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";
const EXCLUSIVE_ATTACHMENTS = "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive";

export const iamNoUserPolicies: Rule = {
  id: "iam-no-user-policies",
  title: "Users have no policies of their own",
  severity: "low",
  controls: { fsbp: ["IAM.2"], cis: ["1.14"], nist: ["AC-6", "AC-2"] },
  references: { checkov: ["CKV_AWS_40"], cdkNag: ["IAMUserNoPolicies"] },
  why: "What one person was once given is forgotten; rights by group or role are seen and taken away together.",
  fix: "Attach the policy to an aws.iam.Group or aws.iam.Role.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2",
  types: [USER_POLICY, USER_ATTACHMENT, ATTACHMENT, EXCLUSIVE_ATTACHMENTS],
  check({ resource, props, violated }) {
    const isForUsers = resource.type === USER_POLICY || resource.type === USER_ATTACHMENT;
    if (isForUsers) violated("user", "a group or a role", "a user");
    if (props.at("users").list().length > 0) violated("users", "groups and roles alone", "users");
    // Without policies it sees to it that a user has none.
    if (resource.type === EXCLUSIVE_ATTACHMENTS && props.at("policyArns").list().length > 0)
      violated("policyArns", "none", "policies of a user");
  },
  cases: {
    resource: [
      good("to a group", { groups: ["developers"], users: [] }, { type: ATTACHMENT }),
      good("taken from a user", { userName: "ann", policyArns: [] }, { type: EXCLUSIVE_ATTACHMENTS }),
      bad("inline", { user: "ann" }, "user"),
      bad("attached", { user: UNKNOWN, policyArn: "arn" }, "user", { type: USER_ATTACHMENT }),
      bad("attached to several", { groups: ["developers"], users: ["ann"] }, "users", { type: ATTACHMENT }),
      bad("attached to a user that is not there yet", { users: [UNKNOWN] }, "users", { type: ATTACHMENT }),
      bad("attached in a list", { userName: "ann", policyArns: ["arn"] }, "policyArns", {
        type: EXCLUSIVE_ATTACHMENTS,
      }),
      unknown("users not known", { users: UNKNOWN }, "users", { type: ATTACHMENT }),
    ],
  },
};
