import type {
  Policies,
  Policy,
  PolicyConfigSchema,
  PolicyResource,
  ReportViolation,
  ResourceValidationArgs,
  StackValidationArgs,
} from "@pulumi/policy";
import { evaluateInStack, evaluateResource, parametersOf, type Verdict, type Violation } from "./evaluate";
import type { Ledger } from "./ledger";
import { applyRemedy } from "./remedy";
import { carryExemptions, reportBookkeeping, STACK_SCOPE, strayKeys } from "./reporting";
import { ANY_AWS, appliesTo, type Rule } from "./rule";
import { withoutSecrets } from "./secrets";
import { StackIndex } from "./stack-index";
import { type Subject, withoutProxy } from "./subject";

/** What a violation does: nothing, a note, or a stop. */
export type Level = "disabled" | "advisory" | "mandatory";

/** The policies of a pack that enforces these rules, in the order that the ledger relies on. */
export function policiesOf(rules: readonly Rule[], levelOf: (rule: Rule) => Level, ledger: Ledger): Policies {
  const indexes = new IndexCache();
  return [
    carryExemptions(ledger, new Set(rules.map((rule) => rule.id)), () => indexes.clear()),
    ...rules.map((rule) => policyOf(rule, levelOf(rule), ledger, indexes)),
    ...reportBookkeeping(ledger),
  ];
}

function policyOf(rule: Rule, level: Level, ledger: Ledger, indexes: IndexCache): Policy {
  const settle = (scope: string, subject: Subject, verdict: Verdict, report: ReportViolation): void => {
    for (const violation of ledger.settle(scope, rule.id, subject, verdict)) report(messageOf(violation), subject.urn);
  };
  const { check, checkStack, remedy } = rule;
  let isTold = false;
  /** The parameters in force. Says once which configured ones the rule does not have: the engine takes any key. */
  const parametersIn = (config: object, report: ReportViolation): { [name: string]: unknown } => {
    const strays = isTold ? [] : strayKeys(config, Object.keys(rule.parameters ?? {}));
    for (const message of strays) report(message);
    isTold ||= strays.length > 0;
    return parametersOf(rule, config as { [name: string]: unknown });
  };
  return {
    name: rule.id,
    displayName: rule.title,
    description: `${rule.title}. ${rule.fix}`,
    enforcementLevel: level,
    severity: rule.severity,
    remediationSteps: rule.fix,
    url: rule.url,
    tags: tagsOf(rule),
    ...(rule.controls.fsbp && {
      framework: { name: "AWS Foundational Security Best Practices", specification: rule.controls.fsbp.join(", ") },
    }),
    ...(rule.parameters && { configSchema: schemaOf(rule.parameters) }),
    ...(check && {
      validateResource: boundTo(rule.types, (args: ResourceValidationArgs, report: ReportViolation) => {
        if (!appliesTo(rule, args.type)) return;
        const subject = subjectOfResource(args);
        settle(subject.urn, subject, evaluateResource(rule, subject, parametersIn(args.getConfig(), report)), report);
      }),
    }),
    ...(remedy && {
      remediateResource: boundTo(rule.types, (args: ResourceValidationArgs) => {
        if (!appliesTo(rule, args.type)) return undefined;
        const subject = subjectOfResource({ ...args, props: withoutSecrets(args.props) });
        // The exemptions are in force by then: the engine has the stack itself analysed before any resource of it.
        const isAccepted = (violation: Violation): boolean => ledger.accepts(rule.id, subject, violation);
        const params = parametersOf(rule, args.getConfig());
        return applyRemedy(rule, subject, args.props, params, isAccepted) ? args.props : undefined;
      }),
    }),
    ...(checkStack && {
      validateStack: boundTo(rule.types, (args: StackValidationArgs, report: ReportViolation) => {
        if (!args.resources.some((resource) => rule.types.includes(resource.type))) return;
        const stack = indexes.of(args.resources);
        const params = parametersIn(args.getConfig(), report);
        for (const subject of stack.ofTypes(rule.types)) {
          settle(STACK_SCOPE, subject, evaluateInStack(rule, subject, stack, params), report);
        }
      }),
    }),
  } as Policy;
}

/** The ids beside those of the one framework that a policy may name, so that reports can be searched by them. */
function tagsOf({ controls, references = {} }: Rule): string[] {
  return [
    ...(controls.cis ?? []).map((id) => `CIS 5.0 ${id}`),
    ...(controls.nist ?? []).map((id) => `NIST 800-53 ${id}`),
    ...(references.checkov ?? []),
    ...(references.cdkNag ?? []),
  ];
}

/** `<property path>: expected …; found …` */
function messageOf({ path, expected, found, part }: Violation): string {
  return `${path}${part === undefined ? "" : ` [${part}]`}: expected ${expected}; found ${found}`;
}

function schemaOf(parameters: NonNullable<Rule["parameters"]>): PolicyConfigSchema {
  return { properties: parameters as PolicyConfigSchema["properties"] };
}

/**
 * Lets the policy host skip a validation for resources of other types, or for a stack without any, before it
 * deserialises them, which costs far more than the rule. It does so for a single type only: the mark is the one that
 * `validateResourceOfType` leaves.
 */
function boundTo<Validation extends object>(types: readonly string[], validation: Validation): Validation {
  return types.length === 1 && types[0] !== ANY_AWS
    ? Object.assign(validation, { __pulumiType: types[0] })
    : validation;
}

/** The index of the stack under analysis: the host makes new objects for each policy, of the same resources. */
class IndexCache {
  private index: StackIndex | undefined;

  clear(): void {
    this.index = undefined;
  }

  of(resources: readonly PolicyResource[]): StackIndex {
    this.index ??= new StackIndex(resources.map(subjectInStack));
    return this.index;
  }
}

function subjectOfResource(args: ResourceValidationArgs): Subject {
  return {
    urn: args.urn,
    type: args.type,
    name: args.name,
    props: withoutProxy(args.props),
    protect: args.opts.protect,
    ignoreChanges: args.opts.ignoreChanges,
    ...regionOf(args.provider),
    references: {},
  };
}

function subjectInStack(resource: PolicyResource): Subject {
  const references = Object.entries(resource.propertyDependencies).map(
    ([property, targets]) => [property, targets.map((target) => target.urn)] as const,
  );
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    props: withoutProxy(resource.props),
    protect: resource.opts.protect,
    ignoreChanges: resource.opts.ignoreChanges,
    ...regionOf(resource.provider),
    references: Object.fromEntries(references),
  };
}

function regionOf(provider: { props: object } | undefined): { providerRegion?: string } {
  const region = provider && withoutProxy(provider.props).at("region");
  const known = region && !region.isUnknown() ? region.string() : undefined;
  return known === undefined ? {} : { providerRegion: known };
}
