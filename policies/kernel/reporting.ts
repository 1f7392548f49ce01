import type { Policies, Policy, ReportViolation, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { type Exemption, exemptionListSchema } from "./exemption";
import type { Ledger, Note } from "./ledger";

/** The scope of notes that a stack analysis makes; a resource analysis uses the resource's URN. */
export const STACK_SCOPE = "stack";

/**
 * The policy that carries the exemptions in its configuration. It runs first, so that they are in force for every
 * rule after it, and its own violations are the exemptions that no longer hold.
 */
export function carryExemptions(ledger: Ledger, ruleIds: ReadonlySet<string>, beginStackAnalysis: () => void): Policy {
  const load = (args: { getConfig<T extends object>(): T }): Exemption[] => {
    const { list = [] } = args.getConfig<{ list?: Exemption[] }>();
    ledger.setExemptions(list);
    return list;
  };
  return {
    name: "exemptions",
    displayName: "Exemptions are in force and name a rule of this pack",
    description:
      "An exemption ends on its last day and must name a rule of this pack. Renew it with a new reason, or mend the resource and remove it.",
    enforcementLevel: "mandatory",
    configSchema: { properties: { list: { ...exemptionListSchema, default: [] } } },
    validateResource: (args: ResourceValidationArgs) => {
      load(args);
    },
    validateStack: (args: StackValidationArgs, report: ReportViolation) => {
      beginStackAnalysis();
      const list = load(args);
      for (const message of strayKeys(args.getConfig(), ["list"])) report(message);
      for (const exemption of ledger.expired()) report(`${describe(exemption)} ended on ${exemption.until}`);
      for (const exemption of list.filter(({ rule }) => !ruleIds.has(rule))) {
        report(`${describe(exemption)} names a rule that this pack does not have`);
      }
      for (const exemption of list.filter((each) => placesOf(each).length !== 1)) {
        report(`${describe(exemption)} must have exactly one of resource, component and type`);
      }
    },
  } as Policy;
}

/** What to say of configured keys that a policy does not have. */
export function strayKeys(config: object, known: readonly string[]): string[] {
  const accepted = known.length > 0 ? known.join(", ") : "none";
  return Object.keys(config)
    .filter((key) => !known.includes(key))
    .map((key) => `the policy configuration has the unknown key ${key}; accepted: ${accepted}`);
}

/** The policies that report what the others left open, run last; `undetermined` made mandatory is strict mode. */
export function reportBookkeeping(ledger: Ledger): Policies {
  return [
    notesPolicy(
      "undetermined",
      "Every rule could be judged",
      "A rule needs a value that is known only after deployment; the update judges it then. At level mandatory an open rule blocks.",
      (scope) => ledger.takeUndetermined(scope),
    ),
    notesPolicy(
      "exemption-used",
      "Exemptions that were used",
      "A violation that an exemption accepts, with its reason, owner and last day.",
      (scope) => ledger.takeExempted(scope),
    ),
    {
      name: "exemption-unused",
      displayName: "Exemptions that nothing needs",
      description: "An exemption that covered nothing in this analysis can go.",
      enforcementLevel: "advisory",
      validateStack: (_args: StackValidationArgs, report: ReportViolation) => {
        for (const exemption of ledger.takeUnused()) report(`${describe(exemption)} covered nothing`);
      },
    },
  ];
}

function notesPolicy(name: string, displayName: string, description: string, take: (scope: string) => Note[]): Policy {
  const tell = (notes: Note[], report: ReportViolation): void => {
    for (const { urn, message } of notes) report(message, urn);
  };
  return {
    name,
    displayName,
    description,
    enforcementLevel: "advisory",
    validateResource: (args: ResourceValidationArgs, report: ReportViolation) => tell(take(args.urn), report),
    validateStack: (_args: StackValidationArgs, report: ReportViolation) => tell(take(STACK_SCOPE), report),
  } as Policy;
}

const placesOf = ({ resource, component, type }: Exemption): string[] =>
  [resource, component, type].flatMap((place) => place ?? []);

const describe = (exemption: Exemption): string =>
  `${exemption.rule}: the exemption of ${placesOf(exemption).join(" and ") || "nothing"} (${exemption.owner})`;
