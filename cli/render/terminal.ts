import Table from "cli-table3";
import pc from "picocolors";
import type { Change, PropertyChange } from "../changes/diff";
import type { Finding } from "../preview/findings";
import type { ChangesReport, Report } from "../preview/report";
import { count, groupBy, inOneLine, labelOf } from "./labels";
import { placesInWords } from "./places";
import { renderTree } from "./tree";

type Colors = ReturnType<typeof pc.createColors>;

/** The report for a terminal; in a pipe, and where NO_COLOR asks for it, plain text. */
export function renderTerminal(report: Report, colored = pc.isColorSupported && process.stdout.isTTY === true): string {
  const colors = pc.createColors(colored);
  const { findings } = report;
  const sections = [
    heading(report, colors),
    treeOf(report, colors),
    ...violationsOf(report, colors),
    ...openOf(findings.undetermined, colors),
    ...notesOf("Exemptions used", findings.exemptionsUsed, colors),
    ...notesOf("Exemptions that nothing needs", findings.exemptionsUnused, colors),
    ...(report.changes ? [changesOf(report.changes, colors)] : []),
    summaryOf(report, colors),
  ];
  return `${sections.join("\n\n")}\n`;
}

function heading({ stackFile, only, policyConfig, manifest }: Report, colors: Colors): string {
  const details = [
    stackFile,
    `${manifest.view} view`,
    policyConfig ? `policies by ${policyConfig}` : "policies at the pack's own levels",
    ...(only === undefined ? [] : [`only ${only}`]),
  ];
  return `${colors.bold(manifest.stack)}  ${colors.dim(details.join(" · "))}`;
}

function treeOf({ manifest, findings }: Report, colors: Colors): string {
  const marks = new Map<string, string>();
  for (const { urn, level } of findings.violations) {
    if (!urn || marks.has(urn)) continue;
    marks.set(urn, level === "mandatory" ? colors.red(" ✗") : colors.yellow(" !"));
  }
  const resources = manifest.resources.filter(({ type }) => type !== "pulumi:pulumi:Stack");
  return renderTree(
    resources,
    (label, { urn, custom }) => `${custom ? label : colors.bold(label)}${marks.get(urn) ?? ""}`,
  );
}

function violationsOf(report: Report, colors: Colors): string[] {
  return groupBy(report.findings.violations, ({ rule }) => rule).map(([rule, found]) => {
    const [first] = found as [Finding];
    const mark = first.level === "mandatory" ? colors.red("✗") : colors.yellow("!");
    const weight = [first.level, ...(first.severity ? [first.severity] : [])].join(", ");
    const lines = groupBy(found, ({ urn }) => urn ?? "").flatMap(([urn, ofResource]) => [
      ...(urn ? [`  ${labelOf(urn)}  ${colors.dim(placesInWords(urn, report))}`.trimEnd()] : []),
      ...ofResource.map(({ message }) => `    ${message}`),
    ]);
    return [`${mark} ${colors.bold(rule)}  ${weight}`, `  ${colors.dim(first.description)}`, ...lines].join("\n");
  });
}

function notesOf(title: string, notes: Finding[], colors: Colors): string[] {
  if (notes.length === 0) return [];
  const table = plainTable();
  for (const [rule, ofRule] of groupBy(notes, (note) => note.rule)) {
    ofRule.forEach(({ urn, message }, index) =>
      table.push([index === 0 ? rule : "", urn ? labelOf(urn) : "", message]),
    );
  }
  return [`${colors.bold(title)}\n${trimLines(table.toString())}`];
}

/** What is not known yet, once for all the rules that wait for it. */
function openOf(open: Finding[], colors: Colors): string[] {
  if (open.length === 0) return [];
  const table = plainTable();
  for (const [urn, ofResource] of groupBy(open, (finding) => finding.urn ?? "")) {
    groupBy(ofResource, ({ message }) => message).forEach(([message, waiting], index) =>
      table.push([index === 0 && urn ? labelOf(urn) : "", message, rulesInWords(waiting)]),
    );
  }
  return [`${colors.bold("Undetermined until deployment")}\n${trimLines(table.toString())}`];
}

function rulesInWords(waiting: Finding[]): string {
  const [first = "", second, ...others] = waiting.map(({ rule }) => rule);
  if (others.length > 0) return `${first} and ${others.length + 1} other rules`;
  return second === undefined ? first : `${first} and ${second}`;
}

const SIGNS = { add: "+", change: "~", remove: "-" } as const;

function changesOf({ ref, commit, existed, changes }: ChangesReport, colors: Colors): string {
  const paint = { add: colors.green, change: colors.yellow, remove: colors.red };
  const since = existed
    ? `since ${ref} (${commit.slice(0, 7)})`
    : `since ${ref} (${commit.slice(0, 7)}), where this stack did not exist`;
  const lines = changes.flatMap((change: Change) => [
    paint[change.kind](`  ${SIGNS[change.kind]} ${labelOf(change.urn)}`),
    ...change.properties.map((property) => `      ${describeChange(property)}`),
  ]);
  return [`${colors.bold("Changes")} ${since}`, ...(lines.length > 0 ? lines : ["  none"])].join("\n");
}

export function describeChange({ path, before, after }: PropertyChange): string {
  if (before === undefined) return `${path}: ${inOneLine(after)} (new)`;
  if (after === undefined) return `${path}: ${inOneLine(before)} (gone)`;
  return `${path}: ${inOneLine(before)} → ${inOneLine(after)}`;
}

function summaryOf({ manifest, summary, changes }: Report, colors: Colors): string {
  const paint = summary.blocked ? colors.red : colors.green;
  const parts = [
    `${count(summary.resources, "resource")} in ${count(summary.components, "component")}`,
    count(summary.policies, "policy"),
    `${count(summary.mandatory, "mandatory violation")}, ${summary.advisory} advisory`,
    `${summary.undetermined} undetermined`,
    `${count(summary.exemptionsUsed, "exemption")} used`,
    ...(changes ? [countChanges(changes)] : []),
    `${manifest.view} view`,
    `${(summary.milliseconds.total / 1000).toFixed(1)} s`,
  ];
  return paint(`${summary.blocked ? "✗" : "✓"} ${manifest.stack}: ${parts.join(" · ")}`);
}

export function countChanges({ changes }: ChangesReport): string {
  const of = (kind: Change["kind"]): number => changes.filter((change) => change.kind === kind).length;
  return `${of("add")} added, ${of("change")} changed, ${of("remove")} removed`;
}

/** Columns without borders, indented like the rest. */
function plainTable(): Table.Table {
  const none = {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    bottom: "",
    "bottom-mid": "",
    "bottom-left": "",
  };
  const more = { "bottom-right": "", left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "" };
  return new Table({ chars: { ...none, ...more, middle: "" }, style: { "padding-left": 2, "padding-right": 0 } });
}

const trimLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
