import { coversAction, type Statement } from "./policy-document";

/** Whether a statement refuses everybody an action over an unencrypted connection, under no further condition. */
export function deniesPlainTransport(statement: Statement, action: string): boolean {
  const { effect, principals, conditions } = statement;
  const [condition, ...more] = conditions;
  const isTransport = condition?.operator === "bool" && condition.key === "aws:securetransport";
  const isPlain = condition?.values.some((value) => value.toLowerCase() === "false") === true;
  const isForAll = principals.some(({ id }) => id === "*");
  return (
    effect === "Deny" && isForAll && isTransport && isPlain && more.length === 0 && coversAction(statement, action)
  );
}
