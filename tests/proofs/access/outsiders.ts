import { parseArn } from "../iam/arn";
import type { Context } from "../iam/context";
import { type PolicyDocument, parsePolicy, type Statement } from "../iam/document";
import type { Caller } from "../iam/request";
import { resourcePoliciesOf } from "../iam/resource-policies";
import type { DeployedStack } from "../program/deployed-stack";

/** Somebody of whom no policy of the stack should speak. */
export interface Outsider {
  caller: Caller;
  action: string;
  resource: string;
  context: Context;
}

const OTHER_ACCOUNT = "999999999999";

/** People without an account, and roles of other accounts. */
export const STRANGERS: Caller[] = [
  { kind: "anonymous" },
  { kind: "role", arn: `arn:aws:iam::${OTHER_ACCOUNT}:role/administrator` },
];

/**
 * What a service of AWS would ask for on behalf of another customer
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html): for each statement that lets a service in, a
 * request that fits it in everything, but with the other customer's account wherever the statement says whose it is.
 */
export function confusedDeputies(stack: DeployedStack): Outsider[] {
  const { account } = stack.config;
  return resourcePoliciesOf(stack).flatMap(({ name, text, resourceArn }) => {
    const policy: PolicyDocument = parsePolicy(name, text);
    return policy.statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap((statement) =>
        (statement.principals?.services ?? []).map((service) => ({
          caller: { kind: "service" as const, name: service },
          action: filled(statement.actions.patterns[0] ?? ""),
          resource: resourceOf(statement, resourceArn, account),
          context: contextOf(statement, account),
        })),
      );
  });
}

/** In a key policy `*` is the key, and a trust policy names no resource. An object's path may name the account. */
function resourceOf({ resources }: Statement, own: string, account: string): string {
  const pattern = resources?.patterns[0] ?? "*";
  if (pattern === "*") return own;
  const [holder = "", ...path] = pattern.split("/");
  return parseArn(pattern)?.service === "s3"
    ? filled([holder, ...path.map(foreign(account))].join("/"))
    : filled(pattern);
}

const contextOf = ({ conditions }: Statement, account: string): Context =>
  Object.fromEntries(conditions.map(({ key, values }) => [key, filled(foreign(account)(values[0] ?? ""))]));

const foreign =
  (account: string) =>
  (text: string): string =>
    text.replaceAll(account, OTHER_ACCOUNT);

/** A text that a pattern matches. */
const filled = (pattern: string): string => pattern.replaceAll("*", "x").replaceAll("?", "x");
