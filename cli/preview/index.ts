import { findRevision, manifestAt } from "../changes/revision";
import { readForeignStack } from "../foreign/stack";
import { startPack } from "../policy/pack-process";
import { policyConfigOf } from "../policy/policy-config-file";
import { parseArguments, type Request } from "./arguments";
import { Failure } from "./failure";
import { startProgress } from "./progress";
import { readStackFile } from "./stack-file";
import type { Workspace } from "./workspace";
import { writeFailure, writeReports } from "./write-reports";

/**
 * The command `npm run preview`. Resolves with its exit code: 0, 1 a mandatory violation or a failed program, 2 wrong
 * arguments or stack file.
 */
export async function main(argv: string[], workspace: Workspace): Promise<number> {
  try {
    const request = parseArguments(argv);
    return request ? await previewAndWrite(request, workspace) : 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.message) console.error(error.message);
    return error.exitCode;
  }
}

async function previewAndWrite(request: Request, workspace: Workspace): Promise<number> {
  try {
    return await preview(request, workspace);
  } catch (error) {
    writeFailure(error, request, workspace.root);
    throw error;
  }
}

async function preview(request: Request, workspace: Workspace): Promise<number> {
  const started = performance.now();
  const foreign = request.project === undefined ? undefined : readForeignStack(request.project, request);
  const stackFile = foreign?.stackFile ?? readStackFile(workspace.root, request.stack ?? "dev");
  const policyConfig = policyConfigOf(request.policyConfig, stackFile, workspace.pack);
  const revision = request.changes === undefined ? undefined : findRevision(workspace.root, request.changes);
  const progress = startProgress(stackFile);
  // The pack and the other revision start in processes of their own, before this one loads Pulumi.
  const pack = startPack(workspace.pack);
  const earlier = revision && manifestAt(revision, stackFile, request.view, workspace);
  // A failure of it is reported where it is awaited, after the failures of this tree's own program.
  earlier?.catch(() => undefined);
  try {
    const { makeReport, render } = await import("./make-report");
    const report = await makeReport({
      request,
      workspace,
      stackFile,
      foreign,
      policyConfig,
      pack,
      revision,
      earlier,
      progress,
      started,
    });
    progress.stop();
    writeReports(report, request, workspace.root);
    process.stdout.write(render(report, request));
    return report.summary.blocked ? 1 : 0;
  } finally {
    pack.stop();
    progress.stop();
    await Promise.allSettled([earlier]);
  }
}
