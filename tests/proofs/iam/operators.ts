import ipaddr from "ipaddr.js";
import { parseArn } from "./arn";
import type { Context } from "./context";
import { matches, resolved } from "./pattern";
import { Unsupported } from "./unsupported";

/** What one value of a policy is compared with, and how the policy is to be read. */
export interface Comparison {
  /** The request's value. */
  actual: string;
  /** The policy's value. */
  written: string;
  context: Context;
  hasVariables: boolean;
}

type Test = (comparison: Comparison) => boolean;

export interface Operator {
  test: Test;
  /** Holds when none of the policy's values passes the test. */
  negated: boolean;
}

const exact: Test = ({ actual, written, context, hasVariables }) => actual === resolved(written, context, hasVariables);

const exactWithoutCase: Test = ({ actual, written, context, hasVariables }) =>
  actual.toLowerCase() === resolved(written, context, hasVariables)?.toLowerCase();

const like: Test = ({ actual, written, context, hasVariables }) => matches(actual, written, context, hasVariables);

/** Each of the six parts of an ARN is compared on its own: no `*` reaches over a colon but the last part's. */
const arnLike: Test = ({ actual, written, context, hasVariables }) => {
  const [one, other] = [parseArn(actual), parseArn(written)];
  if (!one || !other) return false;
  return (Object.keys(one) as (keyof typeof one)[]).every((part) =>
    matches(one[part], other[part], context, hasVariables),
  );
};

const numeric =
  (compare: (actual: number, written: number) => boolean): Test =>
  ({ actual, written }) =>
    compare(numberOf(actual), numberOf(written));

const date =
  (compare: (actual: number, written: number) => boolean): Test =>
  ({ actual, written }) =>
    compare(instantOf(actual), instantOf(written));

const bool: Test = ({ actual, written }) => actual.toLowerCase() === written.toLowerCase();

const inRange: Test = ({ actual, written }) => {
  const address = ipaddr.parse(actual);
  const [range, bits] = written.includes("/")
    ? ipaddr.parseCIDR(written)
    : ([ipaddr.parse(written), written.includes(":") ? 128 : 32] as const);
  return address.kind() === range.kind() && address.match(range, bits);
};

const is = (test: Test): Operator => ({ test, negated: false });
const isNot = (test: Test): Operator => ({ test, negated: true });

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
const OPERATORS: { [name: string]: Operator } = {
  StringEquals: is(exact),
  StringNotEquals: isNot(exact),
  StringEqualsIgnoreCase: is(exactWithoutCase),
  StringNotEqualsIgnoreCase: isNot(exactWithoutCase),
  StringLike: is(like),
  StringNotLike: isNot(like),
  NumericEquals: is(numeric((a, b) => a === b)),
  NumericNotEquals: isNot(numeric((a, b) => a === b)),
  NumericLessThan: is(numeric((a, b) => a < b)),
  NumericLessThanEquals: is(numeric((a, b) => a <= b)),
  NumericGreaterThan: is(numeric((a, b) => a > b)),
  NumericGreaterThanEquals: is(numeric((a, b) => a >= b)),
  DateEquals: is(date((a, b) => a === b)),
  DateNotEquals: isNot(date((a, b) => a === b)),
  DateLessThan: is(date((a, b) => a < b)),
  DateLessThanEquals: is(date((a, b) => a <= b)),
  DateGreaterThan: is(date((a, b) => a > b)),
  DateGreaterThanEquals: is(date((a, b) => a >= b)),
  Bool: is(bool),
  IpAddress: is(inRange),
  NotIpAddress: isNot(inRange),
  // Both take wildcards and mean the same, as the page says.
  ArnEquals: is(arnLike),
  ArnLike: is(arnLike),
  ArnNotEquals: isNot(arnLike),
  ArnNotLike: isNot(arnLike),
};

/** @throws {Unsupported} for an operator that is not in the table. */
export function operatorOf(name: string): Operator {
  const found = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (!found) throw new Unsupported(`the condition operator ${name}`);
  return found;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) throw new Unsupported(`the number ${text}`);
  return number;
}

/** A day and time by ISO 8601, or seconds since 1970. */
function instantOf(text: string): number {
  const instant = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  if (!Number.isFinite(instant)) throw new Unsupported(`the date ${text}`);
  return instant;
}
