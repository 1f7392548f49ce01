import { type RecordedResource, type Recording, unwrapSecrets, type WireObject } from "@platform/simulator";
import { withoutReferences } from "../../../cli/policy/wire";
import { configOf, levelIn } from "../../../policies/environment-config";
import { evaluateInStack, evaluateResource, parametersOf, type Verdict } from "../../../policies/kernel/evaluate";
import { appliesTo, type Rule } from "../../../policies/kernel/rule";
import { StackIndex } from "../../../policies/kernel/stack-index";
import type { Subject } from "../../../policies/kernel/subject";
import { Value } from "../../../policies/kernel/value";
import type { Environment } from "../../../policies/levels";
import { rules } from "../../../policies/pack";

/** A rule that a resource breaks. */
export interface Broken {
  rule: string;
  urn: string;
  level: "advisory" | "mandatory";
  /** The property, for messages. */
  path: string;
}

/** What the rules of an environment say of a stack. */
export interface Judgement {
  broken: Broken[];
  undetermined: string[];
}

/** Asks every rule without the pack's own process, which would take longer than all the rest of a proof. */
export function judge(recording: Recording, environment: Environment): Judgement {
  const settings = configOf(environment);
  const regionOf = regionsOf(recording);
  const alone = recording.resources.map((each) => subjectOf(each, each.inputs, regionOf));
  const together = recording.resources.map((each) => subjectOf(each, { ...each.inputs, ...each.state }, regionOf));
  const stack = new StackIndex(together);
  const judgement: Judgement = { broken: [], undetermined: [] };

  for (const rule of rules) {
    const level = levelIn(environment, rule);
    if (level === "disabled") continue;
    const params = parametersOf(rule, settingsOf(settings[rule.id]));
    const note = (subject: Subject, { violations, undetermined }: Verdict): void => {
      judgement.broken.push(...violations.map(({ path }) => ({ rule: rule.id, urn: subject.urn, level, path })));
      judgement.undetermined.push(...undetermined.map((what) => `${rule.id}: ${what} of ${subject.name}`));
    };
    if (rule.check) subjectsOf(rule, alone).forEach((each) => note(each, evaluateResource(rule, each, params)));
    if (rule.checkStack)
      stack.ofTypes(rule.types).forEach((each) => note(each, evaluateInStack(rule, each, stack, params)));
  }
  return judgement;
}

const subjectsOf = (rule: Rule, all: Subject[]): Subject[] => all.filter(({ type }) => appliesTo(rule, type));

const settingsOf = (written: unknown): { [name: string]: unknown } =>
  typeof written === "object" && written !== null ? { ...written } : {};

function subjectOf(
  resource: RecordedResource,
  props: WireObject,
  regionOf: (urn?: string) => string | undefined,
): Subject {
  const { urn, type, name, options, propertyDependencies, provider } = resource;
  const providerRegion = regionOf(provider);
  return {
    urn,
    type,
    name,
    props: new Value(withoutReferences(unwrapSecrets(props)), ""),
    protect: options.protect ?? false,
    ignoreChanges: options.ignoreChanges ?? [],
    ...(providerRegion !== undefined && { providerRegion }),
    references: propertyDependencies,
  };
}

function regionsOf({ resources }: Recording): (urn?: string) => string | undefined {
  const providers = resources.filter(({ type }) => type.startsWith("pulumi:providers:"));
  const regions = new Map(providers.map(({ urn, inputs }) => [urn, inputs["region"]]));
  return (urn) => {
    const region = urn === undefined ? undefined : regions.get(urn);
    return typeof region === "string" ? region : undefined;
  };
}
