import type { Manifest, Recording, SourcePosition } from "@platform/simulator";
import { toManifest } from "@platform/simulator";
import type { Change } from "../changes/diff";
import type { Level, PolicyText } from "../policy/policy-config";
import type { Cause } from "./component-keys";
import { type Findings, isBlocking } from "./findings";

export interface Summary {
  resources: number;
  components: number;
  mandatory: number;
  advisory: number;
  undetermined: number;
  exemptionsUsed: number;
  exemptionsUnused: number;
  blocked: boolean;
  /** How many policies judged the stack. */
  policies: number;
  milliseconds: Timings;
}

/** Where the time went, each in milliseconds. */
export interface Timings {
  /** From the start of the command until the program had declared everything. */
  program: number;
  /** The analyses alone, without what was waited for the pack to start. */
  analysis: number;
  /** From the start of the command. */
  total: number;
}

export interface ChangesReport {
  ref: string;
  commit: string;
  /** Whether the stack existed at that revision; where it did not, everything is added. */
  existed: boolean;
  changes: Change[];
}

/** A policy of the pack, at the level that is in force. */
export interface RuleReport extends PolicyText {
  id: string;
  level: Level;
}

export interface PackReport {
  name: string;
  version?: string;
  rules: RuleReport[];
}

/** Everything that a preview found, in the form that all renderers share. */
export interface Report {
  stackFile: string;
  /** The policy configuration that was applied; absent where the pack's own levels hold. */
  policyConfig?: string;
  /** What `--only` named. */
  only?: string;
  manifest: Manifest;
  /** `file:line` of the TypeScript that declared a resource, by URN. */
  sources: { [urn: string]: string };
  /** The key of the stack file that a resource comes from, by URN, where the program tells. */
  causes: { [urn: string]: Cause };
  pack: PackReport;
  findings: Findings;
  changes?: ChangesReport;
  summary: Summary;
}

export type ReportParts = Omit<Report, "manifest" | "sources" | "summary"> & {
  recording: Recording;
  locate: (position: SourcePosition) => string | undefined;
  /** URNs that `--only` leaves; absent without it. */
  scope?: ReadonlySet<string>;
  milliseconds: Timings;
};

/** Puts a report together; with a scope, of what is inside it alone. */
export function reportOf({ recording, locate, causes, scope, milliseconds, ...parts }: ReportParts): Report {
  const isInScope = (urn: string | undefined): boolean => !scope || (urn !== undefined && scope.has(urn));
  const whole = toManifest(recording);
  const resources = whole.resources.filter(({ urn }) => isInScope(urn));
  const findings = Object.fromEntries(
    Object.entries(parts.findings).map(([kind, list]: [string, Findings["violations"]]) => [
      kind,
      list.filter(({ urn }) => isInScope(urn)),
    ]),
  ) as unknown as Findings;
  const sources = resources.flatMap(({ urn, calls = [] }) => {
    // A package may declare it on the program's behalf: what counts is the program's own innermost line.
    for (const call of calls) {
      const place = locate(call);
      if (place) return [[urn, place] as const];
    }
    return [];
  });
  return {
    ...parts,
    // Positions in a bundle tell nobody anything; the report has those of the TypeScript instead.
    manifest: { ...whole, resources: resources.map(({ calls: _calls, ...resource }) => resource) },
    sources: Object.fromEntries(sources),
    causes: Object.fromEntries(Object.entries(causes).filter(([urn]) => isInScope(urn))),
    findings,
    summary: {
      resources: resources.filter(({ custom }) => custom).length,
      components: resources.filter(({ custom, type }) => !custom && type !== "pulumi:pulumi:Stack").length,
      mandatory: findings.violations.filter(({ level }) => level === "mandatory").length,
      advisory: findings.violations.filter(({ level }) => level === "advisory").length,
      undetermined: findings.undetermined.length,
      exemptionsUsed: findings.exemptionsUsed.length,
      exemptionsUnused: findings.exemptionsUnused.length,
      blocked: isBlocking(findings),
      policies: parts.pack.rules.length,
      milliseconds: {
        program: Math.round(milliseconds.program),
        analysis: Math.round(milliseconds.analysis),
        total: Math.round(milliseconds.total),
      },
    },
  };
}
