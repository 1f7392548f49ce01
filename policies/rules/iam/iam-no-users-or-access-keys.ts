import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const USER = "aws:iam/user:User";
const PROFILE = "aws:iam/userLoginProfile:UserLoginProfile";
const KEY = "aws:iam/accessKey:AccessKey";

export const iamNoUsersOrAccessKeys: Rule = {
  id: "iam-no-users-or-access-keys",
  title: "The program creates no users, console passwords or access keys",
  severity: "medium",
  controls: {
    fsbp: ["IAM.3", "IAM.5", "IAM.8"],
    cis: ["1.9", "1.10", "1.11", "1.12", "1.13", "1.20"],
    nist: ["IA-5", "AC-2"],
  },
  references: { checkov: ["CKV_AWS_273", "CKV2_AWS_22", "CKV_AWS_348"], cdkNag: ["IAMUserGroupMembership"] },
  why: "Keys and passwords live until somebody takes them away, and a key's secret stays in the state of the stack.",
  fix: "Give workloads an aws.iam.Role, pipelines a role with OpenID Connect, and people IAM Identity Center.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  types: [KEY, USER, PROFILE],
  check({ resource, props, violated }) {
    if (resource.type === USER) violated("name", "a role", "a user");
    if (resource.type === PROFILE) violated("user", "single sign-on", "a password for the console");
    if (resource.type === KEY && props.at("status").string() !== "Inactive")
      violated("status", "a role, or an inactive key", "an active access key");
  },
  cases: {
    resource: [
      good("a key that is switched off", { user: "ann", status: "Inactive" }),
      bad("a key", { user: "ann", status: "Active" }, "status"),
      bad("a key, provider's default left", { user: "ann" }, "status"),
      bad("a user", {}, "name", { type: USER }),
      bad("a password", { user: "ann" }, "user", { type: PROFILE }),
      unknown("a key's state not known", { user: "ann", status: UNKNOWN }, "status"),
    ],
  },
};
