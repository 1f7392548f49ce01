import { existsSync } from "node:fs";
import * as path from "node:path";
import { createSpinner } from "nanospinner";
import { findRevision, manifestAt } from "../changes/revision";
import { startPack } from "../policy/pack-process";
import { readPolicyConfig } from "../policy/policy-config";
import { parseArguments, type Request } from "./arguments";
import { Failure } from "./failure";
import { readStackFile, type StackFile } from "./stack-file";
import type { Workspace } from "./workspace";

/**
 * The command `npm run preview`. Resolves with its exit code: 0, 1 a mandatory violation or a failed program, 2 wrong
 * arguments or stack file.
 */
export async function main(argv: string[], workspace: Workspace): Promise<number> {
  try {
    const request = parseArguments(argv);
    return request ? await preview(request, workspace) : 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.message) console.error(error.message);
    return error.exitCode;
  }
}

async function preview(request: Request, workspace: Workspace): Promise<number> {
  const started = performance.now();
  const stackFile = readStackFile(workspace.root, request.stack);
  const policyConfig = policyConfigOf(request, stackFile, workspace);
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
      policyConfig,
      pack,
      revision,
      earlier,
      progress,
      started,
    });
    progress.stop();
    process.stdout.write(render(report, request));
    return report.summary.blocked ? 1 : 0;
  } finally {
    pack.stop();
    progress.stop();
    await Promise.allSettled([earlier]);
  }
}

/** Policy levels, parameters and exemptions, and the file that they come from. */
export interface PolicyConfigFile {
  shown: string;
  content: ReturnType<typeof readPolicyConfig>;
}

/** The file that was named, or that of the stack's profile; none where the profile has no file. */
function policyConfigOf(
  { policyConfig }: Request,
  { config }: StackFile,
  { pack }: Workspace,
): PolicyConfigFile | undefined {
  const ofProfile = path.join(pack, "config", `${config["platform:profile"]}.json`);
  const file = policyConfig ?? (existsSync(ofProfile) ? ofProfile : undefined);
  return file === undefined
    ? undefined
    : { shown: path.relative(process.cwd(), file), content: readPolicyConfig(file) };
}

export interface Progress {
  update: (text: string) => void;
  stop: () => void;
}

/** A line that moves, for a person who waits; nothing where standard error is no terminal. */
function startProgress({ shown }: StackFile): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const spinner = createSpinner(`recording what ${shown} declares`, { stream: process.stderr }).start();
  return { update: (text) => void spinner.update(text), stop: () => void spinner.clear().stop() };
}
