import type { CaseResource, ResourceCase, StackCase } from "./cases";
import { evaluateInStack, evaluateResource, parametersOf, type Verdict } from "./evaluate";
import { applyRemedy } from "./remedy";
import type { Rule } from "./rule";
import { StackIndex } from "./stack-index";
import type { Subject } from "./subject";
import { Value } from "./value";

/** What the rule says of a resource case. */
export function runResourceCase(rule: Rule, { type, props, options, params }: ResourceCase): Verdict {
  const subject = subjectOf({ type: type ?? rule.types[0] ?? "", name: "case", props });
  return evaluateResource(rule, { ...subject, ...options }, parametersOf(rule, params ?? {}));
}

/** What the rule says of a resource case after its remedy, applied once and once more. */
export function runRemedy(
  rule: Rule,
  { type, props, options, params }: ResourceCase,
): { once: Verdict; twice: boolean } {
  const inputs = structuredClone(props);
  const parameters = parametersOf(rule, params ?? {});
  const subject = (): Subject => ({
    ...subjectOf({ type: type ?? rule.types[0] ?? "", name: "case", props: inputs }),
    ...options,
  });
  applyRemedy(rule, subject(), inputs, parameters);
  return {
    once: evaluateResource(rule, subject(), parameters),
    twice: applyRemedy(rule, subject(), inputs, parameters),
  };
}

/** What the rule says of a stack case after its remedy of each resource, applied once and once more. */
export function runStackRemedy(rule: Rule, stackCase: StackCase): { once: Verdict; twice: boolean } {
  const resources = structuredClone(stackCase.resources);
  const params = parametersOf(rule, stackCase.params ?? {});
  const remedyAll = (): boolean[] =>
    resources
      .filter(({ type }) => rule.types.includes(type))
      .map((resource) => applyRemedy(rule, subjectOf({ ...resource, refers: {} }), resource.props, params));
  remedyAll();
  return { once: runStackCase(rule, { ...stackCase, resources }), twice: remedyAll().includes(true) };
}

/** What the rule says of all subjects of a stack case together. */
export function runStackCase(rule: Rule, { resources, params }: StackCase): Verdict {
  const stack = new StackIndex(resources.map(subjectOf));
  const verdicts = stack
    .ofTypes(rule.types)
    .map((subject) => evaluateInStack(rule, subject, stack, parametersOf(rule, params ?? {})));
  return {
    violations: verdicts.flatMap((verdict) => verdict.violations),
    undetermined: verdicts.flatMap((verdict) => verdict.undetermined),
  };
}

export function subjectOf({ type, name, props, providerRegion, refers = {} }: CaseResource): Subject {
  const references = Object.entries(refers).map(([property, names]) => [property, [names].flat().map(urnOf)] as const);
  return {
    urn: urnOf(name),
    type,
    name,
    props: new Value(props, ""),
    protect: false,
    ignoreChanges: [],
    ...(providerRegion !== undefined && { providerRegion }),
    references: Object.fromEntries(references),
  };
}

const urnOf = (name: string): string => `urn:pulumi:case::case::case::${name}`;
