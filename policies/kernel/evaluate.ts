import type { Rule, Violated } from "./rule";
import type { StackIndex } from "./stack-index";
import type { Subject } from "./subject";
import { MalformedDocument, UnknownValue } from "./unknown";

export interface Violation {
  path: string;
  expected: string;
  found: string;
  part?: string;
}

/** What a rule says of one resource: it holds when both lists are empty. */
export interface Verdict {
  violations: Violation[];
  /** What stayed open and why, one entry for each value that is not known yet. */
  undetermined: string[];
}

/** Judges one resource by its own inputs. */
export function evaluateResource(rule: Rule, resource: Subject, params: object): Verdict {
  const check = rule.check;
  return judge((context) => check?.({ ...context, resource, props: resource.props, params }));
}

/** Judges one resource by its partners in the stack. */
export function evaluateInStack(rule: Rule, subject: Subject, stack: StackIndex, params: object): Verdict {
  const check = rule.checkStack;
  return judge((context) => check?.({ ...context, subject, props: subject.props, stack, params }));
}

/** The rule's parameters: what the configuration says, else their defaults. */
export function parametersOf(rule: Rule, config: { [name: string]: unknown }): { [name: string]: unknown } {
  const parameters = Object.entries(rule.parameters ?? {});
  return Object.fromEntries(parameters.map(([name, parameter]) => [name, config[name] ?? parameter.default]));
}

interface JudgeContext {
  violated: Violated;
  each<T>(elements: readonly T[], check: (element: T) => void): void;
}

/** What a check says; whatever it throws ends the check, or the element of `each`, and no more. */
export function judge(check: (context: JudgeContext) => void): Verdict {
  const verdict: Verdict = { violations: [], undetermined: [] };
  const violated: Violated = (at, expected, found, part) => {
    const path = typeof at === "string" ? at : at.path;
    verdict.violations.push({ path, expected, found, ...(part !== undefined && { part }) });
  };
  const guard = (body: () => void): void => {
    try {
      body();
    } catch (error) {
      if (error instanceof MalformedDocument) violated(error.path, "a JSON document", "text that is not JSON");
      else verdict.undetermined.push(reasonOf(error));
    }
  };
  const each = <T>(elements: readonly T[], body: (element: T) => void): void =>
    elements.forEach((element) => guard(() => body(element)));
  guard(() => check({ violated, each }));
  return verdict;
}

/** The message of a foreign error may quote a property's value; its class does not. */
function reasonOf(error: unknown): string {
  if (error instanceof UnknownValue) return error.message;
  return `the rule failed with ${error instanceof Error ? error.name : "a value that is no error"}`;
}
