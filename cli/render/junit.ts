import type { Finding } from "../preview/findings";
import type { Report, RuleReport } from "../preview/report";
import { groupBy, labelOf } from "./labels";
import { type Folders, placeOf, placesInWords } from "./places";
import { element, renderXml, type XmlElement } from "./xml";

/** What became of a case, the worst first. */
const OUTCOMES = ["failed", "skipped", "passed"] as const;
type Outcome = (typeof OUTCOMES)[number];

interface Entry {
  outcome: Outcome;
  finding: Finding;
  text: string;
}

interface Suite {
  outcomes: Outcome[];
  xml: XmlElement;
}

/**
 * The report as JUnit XML: a suite for each rule in force, a case for each resource that it has something to say of.
 * Mandatory findings fail; what is undetermined or exempted is skipped; advisory violations pass and tell of themselves.
 */
export function renderJunit(report: Report, folders: Folders): string {
  const { manifest, pack, summary } = report;
  const byRule = new Map(groupBy(entriesOf(report), ({ finding }) => finding.rule));
  const inForce = pack.rules.filter(({ id, level }) => level !== "disabled" || byRule.has(id));
  const known = new Set(inForce.map(({ id }) => id));
  // Of exemptions that name a rule that the pack does not have.
  const others = [...byRule.keys()].filter((id) => !known.has(id)).map((id): RuleReport => ({ id, level: "advisory" }));
  const suites = [...inForce, ...others].map((rule) => suiteOf(rule, byRule.get(rule.id) ?? [], report, folders));
  const attributes = {
    name: `${manifest.project}/${manifest.stack}`,
    ...countsOf(suites.flatMap(({ outcomes }) => outcomes)),
    time: summary.milliseconds.total / 1000,
  };
  return renderXml(element("testsuites", attributes, ...suites.map(({ xml }) => xml)));
}

function entriesOf({ findings }: Report): Entry[] {
  const entry =
    (prefix: string, otherwise: Outcome) =>
    (finding: Finding): Entry => ({
      outcome: finding.level === "mandatory" ? "failed" : otherwise,
      finding,
      text: `${prefix}${finding.message}`,
    });
  return [
    ...findings.violations.map(entry("", "passed")),
    ...findings.undetermined.map(entry("undetermined: ", "skipped")),
    ...findings.exemptionsUsed.map(entry("exempted: ", "skipped")),
    ...findings.exemptionsUnused.map(entry("unused exemption: ", "passed")),
  ];
}

function suiteOf(rule: RuleReport, entries: Entry[], report: Report, folders: Folders): Suite {
  const cases = groupBy(entries, ({ finding }) => finding.urn ?? "").map(([urn, ofResource]) =>
    caseOf(rule, urn, ofResource, report, folders),
  );
  if (cases.length === 0) cases.push(passed(rule));
  const outcomes = cases.map(({ outcome }) => outcome);
  return {
    outcomes,
    xml: element("testsuite", { name: rule.id, ...countsOf(outcomes) }, ...cases.map(({ xml }) => xml)),
  };
}

const passed = ({ id, title }: RuleReport): { outcome: Outcome; xml: XmlElement } => ({
  outcome: "passed",
  xml: element("testcase", { classname: id, name: title ?? id }),
});

function caseOf(
  { id, description, fix, url }: RuleReport,
  urn: string,
  entries: Entry[],
  report: Report,
  folders: Folders,
): { outcome: Outcome; xml: XmlElement } {
  const outcome = OUTCOMES.find((each) => entries.some((entry) => entry.outcome === each)) ?? "passed";
  const [deciding] = entries.filter((entry) => entry.outcome === outcome) as [Entry];
  const { file, line } = placeOf(deciding.finding, report, folders);
  const message = deciding.text;
  const texts = entries.map(({ text }) => text);
  const { level, severity } = deciding.finding;
  const type = [level, ...(severity ? [severity] : [])].join(", ");
  const places = report.causes[urn] ? [placesInWords(urn, report)] : [`${file}:${line}`];
  const body = [...places, ...texts, description?.endsWith(fix ?? "") ? description : fix, url];
  const child = {
    failed: () => element("failure", { message, type }, body.filter(Boolean).join("\n")),
    skipped: () => element("skipped", { message }),
    passed: () => element("system-out", {}, [...places, ...texts.map((text) => `${type}: ${text}`)].join("\n")),
  }[outcome]();
  const name = urn ? labelOf(urn) : "the stack";
  return { outcome, xml: element("testcase", { classname: id, name, file, line }, child) };
}

function countsOf(outcomes: Outcome[]): { tests: number; failures: number; errors: number; skipped: number } {
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  return { tests: outcomes.length, failures: count("failed"), errors: 0, skipped: count("skipped") };
}
