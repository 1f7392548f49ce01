import { parseArn } from "./arn";
import { conditionsHold } from "./condition";
import type { PolicyDocument, Selection, Statement } from "./document";
import { matches, mustResolve } from "./pattern";
import { type Mention, mentionOf } from "./principal";
import { accountOf, complete, type Request } from "./request";

/** A KMS grant: it lets a role do some operations whatever the other policies say, but for a denial. */
export interface KeyGrant {
  granteePrincipal: string;
  operations: string[];
}

/** Every policy that has a say in a request. */
export interface Policies {
  /** Of the calling role. */
  identity: PolicyDocument[];
  /** Limits what the policies of the role can give. */
  boundary?: PolicyDocument;
  /** Of the resource. */
  resource?: PolicyDocument;
  /** Whether nobody gets to the resource but by its own policy: a key, and a role that is to be assumed. */
  resourceDecides?: boolean;
  /** The account of the resource, where its ARN names none. */
  resourceAccount?: string;
  grants?: KeyGrant[];
  /** Of the VPC endpoint that the request passes. */
  endpoint?: PolicyDocument;
}

export interface Decision {
  allowed: boolean;
  /** Which policy decided, for messages. */
  reason: string;
}

/**
 * What IAM answers: a denial anywhere wins, and something has to allow
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html). Within one account the
 * role's own policies or the resource's are enough; between accounts it takes both. What the other account says is not
 * known here, and counts as a yes.
 */
export function decide(asked: Request, policies: Policies): Decision {
  const request = complete(asked);
  const { identity, boundary, resource, endpoint } = policies;
  const all = [...identity, boundary, resource, endpoint].flatMap((document) => document ?? []);
  const verdicts = new Map(all.map((document) => [document, verdictOf(document, request)]));
  const says = (document: PolicyDocument | undefined): Verdict => (document && verdicts.get(document)) ?? SILENT;

  const denying = all.find((document) => says(document).denied);
  if (denying) return no(`${denying.name} denies it`);
  if (endpoint && says(endpoint).allowed === "none") return no(`${endpoint.name} does not let it pass`);
  if (boundary && says(boundary).allowed === "none") return no(`the boundary ${boundary.name} does not allow it`);

  const byIdentity = identity.find((document) => says(document).allowed !== "none");
  const byResource = says(resource).allowed;
  const granted = (policies.grants ?? []).some((grant) => isGranted(grant, request));
  if (granted) return yes("a grant of the key allows it");
  if (resource && byResource === "caller" && !isFromElsewhere(request, policies))
    return yes(`${resource.name} allows it`);
  if (!byIdentity) return no("no policy allows it");
  if (policies.resourceDecides && byResource === "none")
    return no(`${resource?.name ?? "no policy"} does not allow it`);
  if (resource && isFromElsewhere(request, policies) && byResource === "none") {
    return no(`${resource.name} lets nobody of another account in`);
  }
  return yes(`${byIdentity.name} allows it`);
}

const yes = (reason: string): Decision => ({ allowed: true, reason });
const no = (reason: string): Decision => ({ allowed: false, reason });

interface Verdict {
  denied: boolean;
  /** Whom its Allow statements reach: the caller, or the caller's account as a whole. */
  allowed: Mention;
}

const SILENT: Verdict = { denied: false, allowed: "none" };

function verdictOf(document: PolicyDocument, request: Request): Verdict {
  const applying = document.statements.flatMap((statement) => {
    const mention = applies(statement, request, document.hasVariables);
    return mention === "none" ? [] : [{ effect: statement.effect, mention }];
  });
  const allowing = applying.filter(({ effect }) => effect === "Allow").map(({ mention }) => mention);
  const allowed = allowing.includes("caller") ? "caller" : (allowing[0] ?? "none");
  return { denied: applying.some(({ effect }) => effect === "Deny"), allowed };
}

function applies(statement: Statement, { caller, action, resource, context }: Request, hasVariables: boolean): Mention {
  const { principals, actions, resources, conditions, effect } = statement;
  if (!selects(actions, (pattern) => matches(action.toLowerCase(), pattern.toLowerCase(), context, false)))
    return "none";
  if (resources?.negated) resources.patterns.forEach((pattern) => mustResolve(pattern, context, hasVariables));
  if (resources && !selects(resources, (pattern) => matches(resource, pattern, context, hasVariables))) return "none";
  const mention = principals ? mentionOf(principals, caller, effect) : "caller";
  return mention !== "none" && conditionsHold(conditions, context, hasVariables) ? mention : "none";
}

const selects = ({ patterns, negated }: Selection, match: (pattern: string) => boolean): boolean =>
  patterns.some(match) !== negated;

function isFromElsewhere({ caller, resource }: Request, { resourceAccount }: Policies): boolean {
  const account = parseArn(resource)?.account || resourceAccount;
  const own = accountOf(caller);
  return own !== undefined && account !== undefined && own !== account;
}

const isGranted = ({ granteePrincipal, operations }: KeyGrant, { caller, action }: Request): boolean =>
  caller.kind === "role" && caller.arn === granteePrincipal && operations.some((name) => `kms:${name}` === action);
