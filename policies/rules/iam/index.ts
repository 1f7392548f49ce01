import type { Rule } from "../../kernel/rule";
import { iamGithubOidcScoped } from "./iam-github-oidc-scoped";
import { iamNoAdminPolicy } from "./iam-no-admin-policy";
import { iamNoPrivilegeEscalation } from "./iam-no-privilege-escalation";
import { iamPassroleScoped } from "./iam-passrole-scoped";
import { iamTrustSpecificPrincipal } from "./iam-trust-specific-principal";

export const iamRules: readonly Rule[] = [
  iamNoAdminPolicy,
  iamNoPrivilegeEscalation,
  iamPassroleScoped,
  iamTrustSpecificPrincipal,
  iamGithubOidcScoped,
];
