import type { Manifest, Recording } from "@platform/simulator";
import { diffManifests } from "../changes/diff";
import type { Revision } from "../changes/revision";
import { Analyzer } from "../policy/analyzer";
import type { PackProcess } from "../policy/pack-process";
import { settingsOf } from "../policy/policy-config";
import type { PolicyConfigFile } from "../policy/policy-config-file";
import { renderJson } from "../render/json";
import { renderMarkdown } from "../render/markdown";
import { renderTerminal } from "../render/terminal";
import type { Request } from "./arguments";
import { type Findings, sortFindings } from "./findings";
import { recordProgram, regionOf } from "./program";
import type { Progress } from "./progress";
import { type ChangesReport, type Report, reportOf } from "./report";
import { scopeOf } from "./scope";
import { BundleSources } from "./source-map";
import type { StackFile } from "./stack-file";
import type { Workspace } from "./workspace";

/** A preview that has been begun: what was asked for, and the processes that run meanwhile. */
export interface Begun {
  request: Request;
  workspace: Workspace;
  stackFile: StackFile;
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
  const { request, workspace, stackFile, policyConfig, revision, progress } = begun;
  const sources = new BundleSources(workspace.program, workspace.root);
  const recording = await recordProgram(workspace.program, stackFile, request.view, sources);
  const program = performance.now() - begun.started;
  const scope = request.only === undefined ? undefined : scopeOf(recording.resources, request.only);
  progress.update(`${recording.resources.length} resources: asking the policies`);
  const { findings, policies, analysis } = await judge(recording, begun);
  const report = reportOf({
    recording,
    stackFile: stackFile.shown,
    findings,
    locate: (position) => sources.locate(position),
    ...(policyConfig && { policyConfig: policyConfig.shown }),
    ...(request.only !== undefined && { only: request.only }),
    ...(scope && { scope }),
    policies,
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

async function judge(
  recording: Recording,
  { pack, stackFile, policyConfig }: Begun,
): Promise<{ findings: Findings; policies: number; analysis: number }> {
  const analyzer = new Analyzer(await pack.address);
  try {
    const { content = {}, shown = "" } = policyConfig ?? {};
    const policies = await analyzer.policies();
    await analyzer.configure(settingsOf(policies, content, shown), recording);
    const started = performance.now();
    const findings = sortFindings(await analyzer.analyze(recording, { region: regionOf(stackFile) }));
    return { findings, policies: policies.length, analysis: performance.now() - started };
  } finally {
    analyzer.close();
  }
}

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
