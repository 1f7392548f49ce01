import { createHash } from "node:crypto";
import type { StackFileError } from "../preview/failure";
import type { Finding, Severity } from "../preview/findings";
import type { Report, RuleReport } from "../preview/report";
import { labelOf } from "./labels";
import { declarationsOf, type Folders, type Place, placeIn, placeOf, uriOf } from "./places";
import { type Location, logOf, type ReportingDescriptor, type Result, type ResultLevel } from "./sarif-log";

/** One name whatever a run finds, so that the next log of a stack takes the place of the last one. */
const TOOL = "platform preview";

/** Scores in the middle of the ranges by which code scanning names a severity. */
const SCORES: { [severity in Severity]: string } = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

/** Code scanning keeps no more for one rule. */
const MOST_TAGS = 20;

/** The policy of the pack that reports exemptions which nothing needs. */
const EXEMPTION_UNUSED = "exemption-unused";

/** What a stack file that the program refuses is reported as. */
const STACK_FILE: RuleReport = {
  id: "stack-file",
  level: "mandatory",
  title: "The stack file is what the program accepts",
  description: "The program refuses this stack file, so that nothing can be previewed.",
};

/** The report as SARIF 2.1.0: each finding at the key that causes it or the line that declares its resource. */
export function renderSarif(report: Report, folders: Folders): string {
  const { pack, findings } = report;
  const rules = pack.rules.filter(({ level }) => level !== "disabled");
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const resultOf = (ruleId: string, level: ResultLevel, finding: Finding): Result => {
    const ruleIndex = indexes.get(ruleId);
    return {
      ruleId,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level,
      message: { text: messageOf(finding) },
      ...locationsOf(finding, report, folders),
      partialFingerprints: { "finding/v1": fingerprintOf(ruleId, finding) },
    };
  };
  const results = [
    ...findings.violations.map((finding) => resultOf(finding.rule, levelOf(finding, "warning"), finding)),
    ...findings.undetermined.map((finding) => resultOf(finding.rule, levelOf(finding, "note"), finding)),
    // A note, because some that read SARIF overlook suppressions.
    ...findings.exemptionsUsed.map((finding) => ({
      ...resultOf(finding.rule, "note", finding),
      suppressions: [{ kind: "external" as const, status: "accepted" as const, justification: finding.message }],
    })),
    ...findings.exemptionsUnused.map((finding) =>
      resultOf(EXEMPTION_UNUSED, levelOf(finding, "note"), {
        ...finding,
        message: `${finding.rule}: ${finding.message}`,
      }),
    ),
  ];
  const version = [pack.name, ...(pack.version ? [pack.version] : [])].join(" ");
  return render(placeIn(report.stackFile, folders).file, version, rules, results);
}

/** What is wrong in a stack file, at the keys that are wrong. */
export function renderStackFileErrors({ problems }: StackFileError, folders: Folders): string {
  const stackFile = placeIn(problems[0]?.place ?? "", folders).file;
  const results = problems.map(({ place, message, got, expected, suggestion, fix }): Result => {
    const details = [
      got && `got ${got}`,
      expected && `accepted: ${expected}`,
      suggestion && `did you mean ${suggestion}?`,
    ];
    return {
      ruleId: STACK_FILE.id,
      ruleIndex: 0,
      level: "error",
      message: { text: [message, ...details, fix].filter(Boolean).join("; ") },
      locations: [physical(placeIn(place, folders))],
      partialFingerprints: { "finding/v1": digest(STACK_FILE.id, stackFile, message) },
    };
  });
  return render(stackFile, undefined, [STACK_FILE], results);
}

function render(stackFile: string, version: string | undefined, rules: RuleReport[], results: Result[]): string {
  const log = logOf({
    tool: { driver: { name: TOOL, ...(version && { version }), rules: rules.map(descriptorOf) } },
    // Keeps the stacks of a repository apart where the logs of all of them are uploaded.
    automationDetails: { id: `preview/${stackFile}/` },
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: true }],
    results,
  });
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptorOf({
  id,
  level,
  title,
  description,
  severity,
  url,
  fix,
  tags = [],
}: RuleReport): ReportingDescriptor {
  const help = fix ?? description;
  return {
    id,
    ...(title && { shortDescription: { text: title } }),
    ...(description && { fullDescription: { text: description } }),
    ...(help && {
      help: {
        text: [help, ...(url ? [url] : [])].join("\n\n"),
        markdown: [help, ...(url ? [`[${url}](${url})`] : [])].join("\n\n"),
      },
    }),
    ...(url && { helpUri: url }),
    defaultConfiguration: { level: level === "advisory" ? "warning" : "error" },
    properties: {
      tags: ["security", ...tags].slice(0, MOST_TAGS),
      ...(severity && { "security-severity": SCORES[severity] }),
    },
  };
}

const levelOf = ({ level }: Finding, otherwise: ResultLevel): ResultLevel =>
  level === "mandatory" ? "error" : otherwise;

const messageOf = ({ urn, message }: Finding): string => (urn ? `${labelOf(urn)}: ${message}` : message);

function locationsOf(
  finding: Finding,
  report: Report,
  folders: Folders,
): Pick<Result, "locations" | "relatedLocations"> {
  const { urn } = finding;
  const name = urn?.split("::").slice(3).join("::");
  const logical = urn && name ? [{ name, fullyQualifiedName: urn, kind: "resource" as const }] : [];
  const declared = urn === undefined ? [] : declarationsOf(urn, report, folders);
  const hasCause = urn !== undefined && report.causes[urn] !== undefined;
  const related = declared.slice(hasCause ? 0 : 1).map(({ urn: at, place }, index) => ({
    id: index + 1,
    message: { text: at === urn ? `Declared as ${labelOf(at)}` : `In ${labelOf(at)}` },
    ...physical(place),
  }));
  return {
    locations: [
      { ...physical(placeOf(finding, report, folders)), ...(logical.length > 0 && { logicalLocations: logical }) },
    ],
    ...(related.length > 0 && { relatedLocations: related }),
  };
}

function physical(place: Place): Location {
  const uri = uriOf(place);
  const isInside = !uri.startsWith("file:");
  return {
    physicalLocation: {
      artifactLocation: { uri, ...(isInside && { uriBaseId: "%SRCROOT%" as const }) },
      region: { startLine: place.line, ...(place.column !== undefined && { startColumn: place.column }) },
    },
  };
}

/** The same for the same finding wherever its line moves: the rule, the resource, and the property that messages begin with. */
const fingerprintOf = (ruleId: string, { urn, message }: Finding): string =>
  digest(ruleId, urn ?? "", message.split(": expected ")[0] ?? message);

const digest = (...parts: string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
