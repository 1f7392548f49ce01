import type { Finding } from "../preview/findings";
import type { Report } from "../preview/report";
import { count, groupBy, labelOf } from "./labels";
import { countChanges, describeChange } from "./terminal";
import { placesInWords } from "./places";
import { renderTree } from "./tree";

/** The report for a job summary: what matters first, the rest folded. */
export function renderMarkdown(report: Report): string {
  const { findings, manifest } = report;
  const sections = [
    summaryOf(report),
    ...violationsOf(report),
    ...changesOf(report),
    ...folded(`Undetermined until deployment (${findings.undetermined.length})`, notesTable(findings.undetermined)),
    ...folded(`Exemptions used (${findings.exemptionsUsed.length})`, notesTable(findings.exemptionsUsed)),
    ...folded(
      `Exemptions that nothing needs (${findings.exemptionsUnused.length})`,
      notesTable(findings.exemptionsUnused),
    ),
    ...folded(
      `Resources (${report.summary.resources})`,
      fenced(
        renderTree(
          manifest.resources.filter(({ type }) => type !== "pulumi:pulumi:Stack"),
          (label) => label,
        ),
      ),
    ),
  ];
  return `${sections.join("\n\n")}\n`;
}

function summaryOf({ manifest, stackFile, only, summary, changes }: Report): string {
  const verdict = summary.blocked ? "❌ blocked" : "✅ passes";
  const rows: [string, string][] = [
    ["Stack file", code(stackFile)],
    ["View", manifest.view],
    ...(only === undefined ? [] : [["Only", code(only)] as [string, string]]),
    ["Resources", `${summary.resources} in ${count(summary.components, "component")}`],
    ["Mandatory violations", String(summary.mandatory)],
    ["Advisory violations", String(summary.advisory)],
    ["Undetermined", String(summary.undetermined)],
    ["Exemptions used", String(summary.exemptionsUsed)],
    ...(changes ? [[`Changes since ${code(changes.ref)}`, countChanges(changes)] as [string, string]] : []),
  ];
  return [`## ${manifest.stack}: ${verdict}`, "", ...table(["", ""], rows)].join("\n");
}

function violationsOf(report: Report): string[] {
  const { violations } = report.findings;
  if (violations.length === 0) return [];
  const placed = (urn: string): string => {
    const places = placesInWords(urn, report);
    return `${labelOf(urn)}${places ? ` (${code(places)})` : ""}`;
  };
  const rows = violations.map(({ rule, level, severity, urn, message }) => [
    code(rule),
    severity ? `${level}, ${severity}` : level,
    urn ? placed(urn) : "",
    cell(message),
  ]);
  return [["### Violations", "", ...table(["Rule", "Level", "Resource", "Found"], rows)].join("\n")];
}

function changesOf({ changes }: Report): string[] {
  if (!changes || changes.changes.length === 0) return [];
  const signs = { add: "+", change: "!", remove: "-" } as const;
  const lines = changes.changes.flatMap(({ kind, urn, properties }) => [
    `${signs[kind]} ${labelOf(urn)}`,
    ...properties.map((property) => `    ${describeChange(property)}`),
  ]);
  return folded(`Changes since ${changes.ref}: ${countChanges(changes)}`, fenced(lines.join("\n"), "diff"));
}

function notesTable(notes: Finding[]): string {
  const rows = groupBy(notes, ({ rule }) => rule).flatMap(([rule, ofRule]) =>
    ofRule.map(({ urn, message }) => [code(rule), urn ? labelOf(urn) : "", cell(message)]),
  );
  return rows.length === 0 ? "" : table(["Rule", "Resource", "What"], rows).join("\n");
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/** Nothing where there is nothing to fold. */
const folded = (title: string, body: string): string[] =>
  body === "" ? [] : [`<details><summary>${title}</summary>\n\n${body}\n\n</details>`];

const fenced = (text: string, language = ""): string => `\`\`\`\`${language}\n${text}\n\`\`\`\``;
const code = (text: string): string => `\`${text}\``;

/** Text in a table cell: no line breaks, no cell borders, no HTML. */
const cell = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, " ")
    .replace(/[|\\]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;");
