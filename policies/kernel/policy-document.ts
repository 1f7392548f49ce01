import type { Value } from "./value";
import { matchesWildcard } from "./wildcard";

/** Who a statement is about: `*`, or a kind (`AWS`, `Service`, `Federated`, `CanonicalUser`) with an id. */
export interface Principal {
  kind: string;
  id: string;
}

export interface Condition {
  /** Lower case, without `ForAnyValue:`, `ForAllValues:` and `IfExists`. */
  operator: string;
  /**
   * Whether it holds for a request that does not have the key at all: `IfExists` and `ForAllValues:`, of which an Allow
   * is no narrower. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
   */
  holdsWithoutKey: boolean;
  /** Lower case. */
  key: string;
  values: string[];
}

/** One statement with every list written as a list; action names and condition keys in lower case. */
export interface Statement {
  /** Where it stands, for findings. */
  at: Value;
  sid: string | undefined;
  effect: "Allow" | "Deny";
  actions: string[];
  notActions: string[];
  resources: string[];
  notResources: string[];
  principals: Principal[];
  notPrincipals: Principal[];
  conditions: Condition[];
}

/** The statements of a policy document, given as JSON text or as an object; throws for text that is not JSON. */
export function statementsOf(document: Value): Statement[] {
  return document.json().at("Statement").list().map(statementOf);
}

function statementOf(at: Value): Statement {
  const lower = (key: string): string[] =>
    at
      .at(key)
      .strings()
      .map((text) => text.toLowerCase());
  return {
    at,
    sid: at.at("Sid").string(),
    effect: at.at("Effect").string()?.toLowerCase() === "deny" ? "Deny" : "Allow",
    actions: lower("Action"),
    notActions: lower("NotAction"),
    resources: at.at("Resource").strings(),
    notResources: at.at("NotResource").strings(),
    principals: principalsOf(at.at("Principal")),
    notPrincipals: principalsOf(at.at("NotPrincipal")),
    conditions: at
      .at("Condition")
      .entries()
      .flatMap(([operator, tests]) => tests.entries().map(([key, values]) => conditionOf(operator, key, values))),
  };
}

function principalsOf(principal: Value): Principal[] {
  const members = principal.entries();
  if (members.length > 0) return members.flatMap(([kind, ids]) => ids.strings().map((id) => ({ kind, id })));
  return principal.strings().map((id) => ({ kind: "AWS", id }));
}

function conditionOf(operator: string, key: string, values: Value): Condition {
  return {
    operator: operator
      .toLowerCase()
      .replace(/^for(any|all)values?:/, "")
      .replace(/ifexists$/, ""),
    holdsWithoutKey: /^forallvalues:|^(?!foranyvalue:).*ifexists$/i.test(operator),
    key: key.toLowerCase(),
    values: values.strings(),
  };
}

/** Whether a pattern with `*` and `?` matches an action or ARN, without regard to case. */
export const matchesPattern = (pattern: string, text: string): boolean =>
  matchesWildcard(pattern.toLowerCase(), text.toLowerCase(), "?");

/** Whether the statement speaks of an action, whatever wildcards it uses. */
export function coversAction(statement: Statement, action: string): boolean {
  if (statement.notActions.length > 0) return !statement.notActions.some((pattern) => matchesPattern(pattern, action));
  return statement.actions.some((pattern) => matchesPattern(pattern, action));
}

/** Whether anybody at all is meant. */
export function isAnyPrincipal(statement: Statement): boolean {
  return statement.principals.some(({ id }) => id === "*") || statement.notPrincipals.length > 0;
}

// Keys whose value says who may call: with one of them pinned, `*` is no longer everybody.
const CALLER_KEYS = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "kms:calleraccount",
  "kms:viaservice",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
]);

// EFS: who mounts is then inside the VPC of a mount target.
const MOUNT_TARGET_KEY = "elasticfilesystem:accessedviamounttarget";

// What the caller brings along pins nothing; `${aws:ResourceAccount}` is the resource's own.
const CALLERS_VARIABLE = /\$\{(?!aws:resource)/i;

const PINNING_OPERATORS = /^(string|arn)(equals|like|equalsignorecase)$/;

/** Whether a condition pins the caller to named accounts, organisations, networks or resources. */
export function isNarrowed(statement: Statement): boolean {
  return statement.conditions.some(({ operator, holdsWithoutKey, key, values }) => {
    if (values.length === 0 || holdsWithoutKey) return false;
    if (key === "aws:sourceip" && operator === "ipaddress") return values.every((range) => !isWideRange(range));
    if (key === MOUNT_TARGET_KEY) return operator === "bool" && values.every((value) => value === "true");
    return CALLER_KEYS.has(key) && PINNING_OPERATORS.test(operator) && values.every(isPinned);
  });
}

/**
 * An ARN is pinned by its account. ARNs of S3 carry none, and a bucket's name belongs to one account in the world:
 * there a named resource does. Other values are pinned by any text.
 */
function isPinned(value: string): boolean {
  if (CALLERS_VARIABLE.test(value)) return false;
  const [scheme, , service, , account = "", ...resource] = value.split(":");
  if (scheme !== "arn") return !/^[*?]*$/.test(value);
  if (service === "s3") return !/^[*?/]*$/.test(resource.join(":"));
  return account !== "" && !/[*?]/.test(account);
}

/** Wider than what S3 takes for a policy that is not public: /8 over IPv4, /32 over IPv6. */
function isWideRange(range: string): boolean {
  const [address = "", length] = range.split("/");
  const [shortest, whole] = address.includes(":") ? [32, 128] : [8, 32];
  return Number(length ?? whole) < shortest;
}

/** Whether the statement lets anybody in: an Allow to `*` that no condition narrows. */
export function isPublic(statement: Statement): boolean {
  return statement.effect === "Allow" && isAnyPrincipal(statement) && !isNarrowed(statement);
}

/** Whether the statement is about every resource. */
export function isAnyResource(statement: Statement): boolean {
  return statement.resources.includes("*") || statement.notResources.length > 0;
}
