import type { Rule } from "../../kernel/rule";
import { iamGithubOidcScoped } from "./iam-github-oidc-scoped";
import { iamInlineAndAttachedNotMixed } from "./iam-inline-and-attached-not-mixed";
import { iamManagedPoliciesAllowList } from "./iam-managed-policies-allow-list";
import { iamNoAdminPolicy } from "./iam-no-admin-policy";
import { iamNoDataExfiltration } from "./iam-no-data-exfiltration";
import { iamNoDecryptOnAllKeys } from "./iam-no-decrypt-on-all-keys";
import { iamNoInlinePolicies } from "./iam-no-inline-policies";
import { iamNoNotAction } from "./iam-no-not-action";
import { iamNoPrivilegeEscalation } from "./iam-no-privilege-escalation";
import { iamNoResourceStar } from "./iam-no-resource-star";
import { iamNoServiceWildcards } from "./iam-no-service-wildcards";
import { iamNoUserPolicies } from "./iam-no-user-policies";
import { iamNoUsersOrAccessKeys } from "./iam-no-users-or-access-keys";
import { iamPassroleScoped } from "./iam-passrole-scoped";
import { iamPasswordPolicy } from "./iam-password-policy";
import { iamPermissionsBoundary } from "./iam-permissions-boundary";
import { iamTrustConfusedDeputy } from "./iam-trust-confused-deputy";
import { iamTrustSpecificPrincipal } from "./iam-trust-specific-principal";

export const iamRules: readonly Rule[] = [
  iamNoAdminPolicy,
  iamNoServiceWildcards,
  iamNoResourceStar,
  iamNoPrivilegeEscalation,
  iamPassroleScoped,
  iamNoDataExfiltration,
  iamNoDecryptOnAllKeys,
  iamNoNotAction,
  iamTrustSpecificPrincipal,
  iamTrustConfusedDeputy,
  iamGithubOidcScoped,
  iamManagedPoliciesAllowList,
  iamNoUserPolicies,
  iamNoUsersOrAccessKeys,
  iamPasswordPolicy,
  iamInlineAndAttachedNotMixed,
  iamNoInlinePolicies,
  iamPermissionsBoundary,
];
