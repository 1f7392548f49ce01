import { checkCondition } from "./condition";
import { Unsupported } from "./unsupported";

/** What a statement says of actions, resources or principals: those that match, or all but those. */
export interface Selection {
  patterns: string[];
  negated: boolean;
}

/** Principals by kind, `*` being anybody of any kind. */
export interface PrincipalSelection {
  aws: string[];
  services: string[];
  anybody: boolean;
  negated: boolean;
}

export interface Condition {
  operator: string;
  key: string;
  values: string[];
}

export interface Statement {
  sid: string | undefined;
  effect: "Allow" | "Deny";
  actions: Selection;
  /** Absent in a role's trust policy, which is about the role itself. */
  resources: Selection | undefined;
  /** Absent in the policy of an identity, which is about that identity. */
  principals: PrincipalSelection | undefined;
  conditions: Condition[];
}

export interface PolicyDocument {
  /** For messages: where the document stands. */
  name: string;
  /** Whether `${aws:…}` stands for a value: so since the version of 2012. */
  hasVariables: boolean;
  statements: Statement[];
}

const DOCUMENT_ELEMENTS = ["Version", "Id", "Statement"];
const STATEMENT_ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

type Json = Record<string, unknown>;

/**
 * Reads a policy's JSON by IAM's grammar (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
 *
 * @throws {Unsupported} for what the grammar or this evaluator does not have, so that a slip of the pen is no silent grant.
 */
export function parsePolicy(name: string, text: string): PolicyDocument {
  const document = JSON.parse(text) as Json;
  onlyElements(name, document, DOCUMENT_ELEMENTS);
  const statements = [document["Statement"] as Json | Json[]].flat();
  return {
    name,
    hasVariables: document["Version"] === "2012-10-17",
    statements: statements.map((statement) => parseStatement(name, statement)),
  };
}

function parseStatement(name: string, statement: Json): Statement {
  onlyElements(name, statement, STATEMENT_ELEMENTS);
  const effect = statement["Effect"];
  if (effect !== "Allow" && effect !== "Deny") throw new Unsupported(`the effect ${JSON.stringify(effect)} of ${name}`);
  const actions = selection(name, statement, "Action");
  if (!actions) throw new Unsupported(`a statement without actions in ${name}`);
  return {
    sid: statement["Sid"] as string | undefined,
    effect,
    actions,
    resources: selection(name, statement, "Resource"),
    principals: principalsOf(name, statement),
    conditions: conditionsOf(name, statement["Condition"]),
  };
}

function onlyElements(name: string, node: Json, known: string[]): void {
  const unknown = Object.keys(node).find((element) => !known.includes(element));
  if (unknown !== undefined) throw new Unsupported(`the element ${unknown} of ${name}`);
}

function selection(name: string, statement: Json, element: "Action" | "Resource"): Selection | undefined {
  const [plain, not] = [statement[element], statement[`Not${element}`]];
  if (plain !== undefined && not !== undefined) throw new Unsupported(`${element} beside Not${element} in ${name}`);
  if (plain === undefined && not === undefined) return undefined;
  return { patterns: texts(name, plain ?? not), negated: plain === undefined };
}

function principalsOf(name: string, statement: Json): PrincipalSelection | undefined {
  const [plain, not] = [statement["Principal"], statement["NotPrincipal"]];
  if (plain === undefined && not === undefined) return undefined;
  const negated = plain === undefined;
  const written = plain ?? not;
  if (written === "*") return { aws: [], services: [], anybody: true, negated };
  const kinds = written as Json;
  onlyElements(name, kinds, ["AWS", "Service"]);
  const aws = kinds["AWS"] === undefined ? [] : texts(name, kinds["AWS"]);
  const services = kinds["Service"] === undefined ? [] : texts(name, kinds["Service"]);
  return { aws: aws.filter((id) => id !== "*"), services, anybody: aws.includes("*"), negated };
}

/** All are read at once, so that one that nobody knows cannot hide behind an action that no request asks for. */
function conditionsOf(name: string, written: unknown): Condition[] {
  const conditions = Object.entries((written ?? {}) as Record<string, Json>).flatMap(([operator, tests]) =>
    Object.entries(tests).map(([key, values]) => ({ operator, key, values: texts(name, values) })),
  );
  conditions.forEach(checkCondition);
  return conditions;
}

function texts(name: string, written: unknown): string[] {
  return [written].flat().map((value) => {
    if (!["string", "number", "boolean"].includes(typeof value)) {
      throw new Unsupported(`a value that is no text in ${name}`);
    }
    return String(value);
  });
}
