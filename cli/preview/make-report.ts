import type { Manifest, Recording, SourcePosition } from "@platform/simulator";
import { diffManifests } from "../changes/diff";
import type { Revision } from "../changes/revision";
import { type ForeignStack, locatorOf, notesOf, recordForeignProgram } from "../foreign";
import { Analyzer } from "../policy/analyzer";
import type { PackProcess } from "../policy/pack-process";
import { type PolicyInfo, type PolicySettings, settingsOf } from "../policy/policy-config";
import type { PolicyConfigFile } from "../policy/policy-config-file";
import { renderJson } from "../render/json";
import { renderMarkdown } from "../render/markdown";
import { renderTerminal } from "../render/terminal";
import type { Request } from "./arguments";
import { causesOf } from "./component-keys";
import { type Finding, type Findings, sortFindings } from "./findings";
import { type Recorded, recordProgram, regionOf } from "./program";
import type { Progress } from "./progress";
import { type ChangesReport, type PackReport, type Report, reportOf, type RuleReport } from "./report";
import { scopeOf } from "./scope";
import { BundleSources } from "./source-map";
import type { StackFile } from "./stack-file";
import type { Workspace } from "./workspace";

/** A preview that has been begun: what was asked for, and the processes that run meanwhile. */
export interface Begun {
  request: Request;
  workspace: Workspace;
  stackFile: StackFile;
  /** The project of other people that is previewed instead of this one. */
  foreign: ForeignStack | undefined;
  policyConfig: PolicyConfigFile | undefined;
  pack: PackProcess;
  revision: Revision | undefined;
  /** What the stack declares at that revision; `undefined` where it did not exist. */
  earlier: Promise<Manifest | undefined> | undefined;
  progress: Progress;
  /** Reading of the process's clock. */
  started: number;
}

/** Runs the program, asks the policies, compares with the other revision. */
export async function makeReport(begun: Begun): Promise<Report> {
  const { request, stackFile, policyConfig, revision, progress } = begun;
  const { recording, componentKeys, locate, notes } = await run(begun);
  const program = performance.now() - begun.started;
  const scope = request.only === undefined ? undefined : scopeOf(recording.resources, request.only);
  progress.update(`${recording.resources.length} resources: asking the policies`);
  const { findings, pack, analysis } = await judge(recording, begun);
  const report = reportOf({
    recording,
    stackFile: stackFile.shown,
    pack,
    findings: { ...findings, undetermined: [...notes, ...findings.undetermined] },
    locate,
    causes: causesOf(recording.resources, componentKeys, stackFile),
    ...(policyConfig && { policyConfig: policyConfig.shown }),
    ...(request.only !== undefined && { only: request.only }),
    ...(scope && { scope }),
    milliseconds: { program, analysis, total: performance.now() - begun.started },
  });
  if (!revision) return report;
  progress.update(`comparing with ${revision.ref}`);
  return { ...report, changes: changesSince(revision, await begun.earlier, report, request.only) };
}

export function render(report: Report, { format }: Request): string {
  if (format === "json") return renderJson(report);
  return format === "markdown" ? renderMarkdown(report) : renderTerminal(report);
}

interface Run extends Recorded {
  locate: (position: SourcePosition) => string | undefined;
  /** What the recording could not know and answered generically. */
  notes: Finding[];
}

async function run({ request, workspace, stackFile, foreign }: Begun): Promise<Run> {
  if (foreign) {
    const recording = await recordForeignProgram(foreign, request.view);
    const notes = notesOf(recording, foreign.assumptions);
    return { recording, componentKeys: [], locate: locatorOf(foreign.project), notes };
  }
  const sources = new BundleSources(workspace.program, workspace.root);
  const recorded = await recordProgram(workspace.program, stackFile, request.view, sources);
  return { ...recorded, locate: (position) => sources.locate(position), notes: [] };
}

async function judge(
  recording: Recording,
  { pack, stackFile, policyConfig }: Begun,
): Promise<{ findings: Findings; pack: PackReport; analysis: number }> {
  const analyzer = new Analyzer(await pack.address);
  try {
    const { content = {}, shown = "" } = policyConfig ?? {};
    const { policies, ...described } = await analyzer.pack();
    const settings = settingsOf(policies, content, shown);
    await analyzer.configure(settings, recording);
    const started = performance.now();
    const findings = sortFindings(await analyzer.analyze(recording, { region: regionOf(stackFile) }));
    const analysis = performance.now() - started;
    return { findings, pack: { ...described, rules: rulesOf(policies, settings) }, analysis };
  } finally {
    analyzer.close();
  }
}

const rulesOf = (policies: PolicyInfo[], settings: ReadonlyMap<string, PolicySettings>): RuleReport[] =>
  policies.map(({ name, level, schema: _schema, ...text }) => ({
    id: name,
    level: settings.get(name)?.level ?? level,
    ...text,
  }));

function changesSince(
  { ref, commit }: Revision,
  before: Manifest | undefined,
  { manifest }: Report,
  only: string | undefined,
): ChangesReport {
  const earlier = before && only !== undefined ? partOf(before, only) : before;
  const changes = diffManifests(earlier, manifest).filter(({ urn }) => !urn.includes("::pulumi:pulumi:Stack::"));
  return { ref, commit, existed: before !== undefined, changes };
}

/** A component that is new in this tree has no part in the other one. */
function partOf(manifest: Manifest, only: string): Manifest {
  try {
    const scope = scopeOf(manifest.resources, only);
    return { ...manifest, resources: manifest.resources.filter(({ urn }) => scope.has(urn)) };
  } catch {
    return { ...manifest, resources: [] };
  }
}
