import cdkNag from "../../policies/controls/cdk-nag.json";
import checkov from "../../policies/controls/checkov.json";
import cis from "../../policies/controls/cis.json";
import fsbp from "../../policies/controls/fsbp.json";
import leftOut from "../../policies/controls/left-out.json";
import type { Rule } from "../../policies/kernel/rule";

/** A control as `policies/controls` lists it. */
export interface ListedControl {
  id: string;
  state?: string;
  /** What there is to know of it. */
  note?: string;
  /** Why no rule enforces it. */
  leftOut?: string;
}

/**
 * - `enforced`: by at least one rule;
 * - `left out`: by none, for a reason;
 * - `retired`: by its own standard;
 * - `no rule yet`: by none, for no reason.
 */
export type CoverageState = "enforced" | "left out" | "retired" | "no rule yet";

export interface CoveredControl {
  id: string;
  state: CoverageState;
  rules: string[];
  note?: string;
}

export interface FrameworkCoverage {
  name: string;
  source: string;
  asOf?: string;
  /** Which of the framework's controls are listed here, where that is not plain. */
  scope?: string;
  controls: CoveredControl[];
}

export interface Coverage {
  counts: { [what: string]: number | { covered: number; of: number } };
  frameworks: FrameworkCoverage[];
  /** What is outside this pack, and why. */
  outside: { what: string; controls: string[]; reason: string }[];
}

const NIST = "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final";
const SECURITY_HUB = "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html";

/** A note of {@link fsbp} on controls that are outside the services of this pack. */
const CLASSIC = /classic service/;

/** What each framework asks for, and which rules answer it. */
export function coverageOf(rules: readonly Rule[]): Coverage {
  const standard = coverageOfList(
    fsbp.standard,
    fsbp,
    byControl(rules, ({ controls }) => controls.fsbp),
  );
  const benchmark = coverageOfList(
    cis.standard,
    cis,
    byControl(rules, ({ controls }) => controls.cis),
  );
  const checks = coverageOfList(
    checkov.standard,
    checkov,
    byControl(rules, ({ references }) => references?.checkov),
  );
  const nag = coverageOfList(
    cdkNag.standard,
    cdkNag,
    byControl(rules, ({ references }) => references?.cdkNag),
  );
  const hub = cited(
    "Security Hub, other standards",
    SECURITY_HUB,
    byControl(rules, ({ controls }) => controls.securityHub),
  );
  const nist = cited(
    "NIST SP 800-53 revision 5",
    NIST,
    byControl(rules, ({ controls }) => controls.nist),
  );
  const inScope = standard.controls.filter(({ state, note }) => state !== "retired" && !CLASSIC.test(note ?? ""));
  return {
    counts: {
      rules: rules.length,
      "rules that no framework or tool listed here has": rules.filter(isAlone).length,
      "rules with a remedy": rules.filter(({ remedy }) => remedy).length,
      "rules to be asked for": rules.filter(({ optIn }) => optIn).length,
      "FSBP controls in scope": countsOf(inScope),
      "CIS 5.0 recommendations": countsOf(benchmark.controls),
      "checkov ids": countsOf(checks.controls.filter(({ id }) => /_AWS_\d+$/.test(id))).covered,
      "AwsSolutions ids of cdk-nag": countsOf(nag.controls.filter(({ id }) => id.startsWith("AwsSolutions-"))),
      "NIST 800-53 controls cited": nist.controls.length,
    },
    frameworks: [standard, benchmark, hub, nist, checks, nag],
    outside: leftOut.groups,
  };
}

/** How a list of controls is answered; what a rule cites beyond the list is not in it. */
export function coverageOfList(
  name: string,
  { source, asOf, scope, controls }: { source: string; asOf?: string; scope?: string; controls: ListedControl[] },
  enforcedBy: ReadonlyMap<string, string[]>,
): FrameworkCoverage {
  const covered = controls.map(({ id, state, note, leftOut: reason }): CoveredControl => {
    const rules = enforcedBy.get(id) ?? [];
    const said = reason ?? note;
    return { id, state: stateOf(rules, state === "retired", said), rules, ...(said && { note: said }) };
  });
  return { name, source, ...(asOf && { asOf }), ...(scope && { scope }), controls: covered };
}

function stateOf(rules: string[], isRetired: boolean, note: string | undefined): CoverageState {
  if (isRetired) return "retired";
  if (rules.length > 0) return "enforced";
  return note ? "left out" : "no rule yet";
}

function cited(name: string, source: string, enforcedBy: ReadonlyMap<string, string[]>): FrameworkCoverage {
  const ids = [...enforcedBy.keys()].sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  const controls = ids.map((id) => ({ id, state: "enforced" as const, rules: enforcedBy.get(id) ?? [] }));
  return { name, source, controls };
}

function byControl(rules: readonly Rule[], idsOf: (rule: Rule) => string[] | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const rule of rules) {
    for (const id of idsOf(rule) ?? []) found.set(id, [...(found.get(id) ?? []), rule.id]);
  }
  return found;
}

const countsOf = (controls: CoveredControl[]): { covered: number; of: number } => ({
  covered: controls.filter(({ rules }) => rules.length > 0).length,
  of: controls.length,
});

/** Whether neither a benchmark nor another tool asks for what the rule asks. */
const isAlone = ({ controls, references = {} }: Rule): boolean =>
  [controls.fsbp, controls.securityHub, controls.cis, references.checkov, references.cdkNag].every(
    (ids) => ids === undefined || ids.length === 0,
  );
