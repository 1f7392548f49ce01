import type { Properties } from "./aws/simulation";

type Statement = { [element: string]: unknown };

/** What `aws.iam.getPolicyDocument` answers: it only puts its arguments into the form of a policy document. */
export function policyDocumentLookUp(args: Properties): Properties {
  const own = list<Properties>(args.statements).map(statementOf);
  const sources = [args.sourceJson, ...list<string>(args.sourcePolicyDocuments)].flatMap(statementsOf);
  const overrides = [args.overrideJson, ...list<string>(args.overridePolicyDocuments)].flatMap(statementsOf);
  const statements = [...sources, ...own, ...overrides].reduce(withStatement, []);
  const document = {
    Version: args.version ?? "2012-10-17",
    ...(args.policyId && { Id: args.policyId }),
    Statement: statements,
  };
  const minifiedJson = JSON.stringify(document);
  return { ...args, id: "policy-document", json: JSON.stringify(document, undefined, 2), minifiedJson };
}

function statementOf(statement: Properties): Statement {
  return {
    ...(statement.sid && { Sid: statement.sid }),
    Effect: statement.effect ?? "Allow",
    ...element("Action", statement.actions),
    ...element("NotAction", statement.notActions),
    ...element("Resource", statement.resources),
    ...element("NotResource", statement.notResources),
    ...principals("Principal", statement.principals),
    ...principals("NotPrincipal", statement.notPrincipals),
    ...conditions(statement.conditions),
  };
}

/** A later statement takes the place of an earlier one with its `Sid`. */
function withStatement(statements: Statement[], statement: Statement): Statement[] {
  const at = statement["Sid"] ? statements.findIndex(({ Sid }) => Sid === statement["Sid"]) : -1;
  return at < 0 ? [...statements, statement] : statements.with(at, statement);
}

const list = <Entry>(value: Entry[] | undefined): Entry[] => value ?? [];
const oneOrMany = (values: string[]): string | string[] => (values.length === 1 ? (values[0] as string) : values);
const element = (name: string, values: string[] | undefined): Statement =>
  list(values).length > 0 ? { [name]: oneOrMany(list(values)) } : {};

function principals(name: string, entries: { type: string; identifiers: string[] }[] | undefined): Statement {
  if (list(entries).length === 0) return {};
  if (list(entries).some(({ type, identifiers }) => type === "*" && identifiers.includes("*"))) return { [name]: "*" };
  const identifiersOf = (of: string): string[] =>
    list(entries).flatMap(({ type, identifiers }) => (type === of ? identifiers : []));
  const types = [...new Set(list(entries).map(({ type }) => type))];
  return {
    [name]: Object.fromEntries(types.map((type) => [type, oneOrMany(identifiersOf(type))])),
  };
}

function conditions(entries: { test: string; variable: string; values: string[] }[] | undefined): Statement {
  const condition: { [test: string]: Statement } = {};
  for (const { test, variable, values } of list(entries)) {
    condition[test] = { ...condition[test], [variable]: oneOrMany(values) };
  }
  return list(entries).length > 0 ? { Condition: condition } : {};
}

function statementsOf(json: string | undefined): Statement[] {
  if (!json) return [];
  const { Statement: statements = [] } = JSON.parse(json) as { Statement?: Statement | Statement[] };
  return [statements].flat();
}
