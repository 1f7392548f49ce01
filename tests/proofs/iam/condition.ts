import { checkKey, type Context, valuesOf } from "./context";
import type { Condition } from "./document";
import { operatorOf } from "./operators";
import { mustResolve } from "./pattern";
import { Unsupported } from "./unsupported";

const SYNTAX = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/;

/** @throws {Unsupported} for an operator or key that this evaluator does not know. */
export function checkCondition({ operator, key }: Condition): void {
  if (operator !== "Null") operatorOf(SYNTAX.exec(operator)?.[2] ?? "");
  checkKey(key);
}

/** Whether every condition of a statement holds for a request. */
export function conditionsHold(conditions: Condition[], context: Context, hasVariables: boolean): boolean {
  return conditions.every((condition) => holds(condition, context, hasVariables));
}

function holds({ operator, key, values }: Condition, context: Context, hasVariables: boolean): boolean {
  const [, quantifier, name = "", ifExists] = SYNTAX.exec(operator) ?? [];
  const actual = valuesOf(context, key);
  if (operator === "Null") return values.some((value) => (value.toLowerCase() === "true") === (actual === undefined));

  const { test, negated } = operatorOf(name);
  if (negated) values.forEach((written) => mustResolve(written, context, hasVariables));
  const isMet = (value: string): boolean =>
    values.some((written) => test({ actual: value, written, context, hasVariables })) !== negated;
  if (quantifier === "ForAllValues") return (actual ?? []).every(isMet);
  if (quantifier === "ForAnyValue") return actual === undefined ? ifExists !== undefined : actual.some(isMet);
  // Without the key a positive test fails and a negated one holds: there is nothing that it could be equal to.
  if (actual === undefined) return ifExists !== undefined || negated;
  const [only] = actual;
  if (only === undefined || actual.length > 1) {
    throw new Unsupported(`${operator} over the ${actual.length} values of ${key} without ForAnyValue or ForAllValues`);
  }
  return isMet(only);
}
