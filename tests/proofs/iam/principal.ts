import { parseArn } from "./arn";
import type { PrincipalSelection } from "./document";
import { accountOf, type Caller } from "./request";

/**
 * How a statement of a resource's policy speaks of a caller: not at all, of the caller itself, or of its whole account,
 * which lets that account's own policies decide
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
 */
export type Mention = "none" | "account" | "caller";

export function mentionOf(selection: PrincipalSelection, caller: Caller, effect: "Allow" | "Deny"): Mention {
  if (!selection.negated) return plainMention(selection, caller);
  return isSpared(selection, caller, effect) ? "none" : "caller";
}

function plainMention({ aws, services, anybody }: PrincipalSelection, caller: Caller): Mention {
  if (anybody) return "caller";
  if (caller.kind === "service") return services.includes(caller.name) ? "caller" : "none";
  if (aws.some((id) => isCaller(id, caller))) return "caller";
  return aws.some((id) => isAccountOf(id, caller)) ? "account" : "none";
}

/**
 * NotPrincipal in a Deny spares a role only where its account is named as well; in an Allow it takes out those alone
 * who are named (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).
 */
function isSpared(selection: PrincipalSelection, caller: Caller, effect: "Allow" | "Deny"): boolean {
  if (selection.anybody) return true;
  if (caller.kind === "service") return selection.services.includes(caller.name);
  const isNamed = selection.aws.some((id) => isCaller(id, caller));
  return isNamed && (effect === "Allow" || selection.aws.some((id) => isAccountOf(id, caller)));
}

/** A role, or one of its sessions. */
function isCaller(id: string, caller: Caller): boolean {
  if (caller.kind !== "role") return false;
  if (id === caller.arn) return true;
  const session = /^assumed-role\/([^/]+)\/[^/]+$/.exec(parseArn(id)?.resource ?? "");
  return session !== null && caller.arn.endsWith(`/${session[1]}`) && parseArn(id)?.account === accountOf(caller);
}

function isAccountOf(id: string, caller: Caller): boolean {
  const account = accountOf(caller);
  return account !== undefined && (id === account || /^arn:[^:]+:iam::(\d{12}):root$/.exec(id)?.[1] === account);
}
