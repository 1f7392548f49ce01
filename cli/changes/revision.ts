import { execFileSync, fork } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import type { Manifest, View } from "@platform/simulator";
import { Failure } from "../preview/failure";
import type { StackFile } from "../preview/stack-file";
import type { Workspace } from "../preview/workspace";
import type { RecordOrder, RecordResult } from "./record-child";

/** A commit that the person named. */
export interface Revision {
  ref: string;
  commit: string;
}

/** Throws a failure with exit code 2 where git knows no such commit. */
export function findRevision(root: string, ref: string): Revision {
  const commit = git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (commit === undefined) {
    throw new Failure(
      `--changes ${ref}: git knows no such commit\n  accepted: a branch, a tag or a commit id of this repository`,
      2,
    );
  }
  return { ref, commit };
}

/**
 * What the stack declares at another revision: its program, from its own tree, with the dependencies installed here
 * and the simulated AWS of this tree. `undefined` where the stack did not exist yet.
 */
export async function manifestAt(
  { ref, commit }: Revision,
  stackFile: StackFile,
  view: View,
  workspace: Workspace,
): Promise<Manifest | undefined> {
  // The real path, because that is how Node reports where a module is.
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "preview-")));
  try {
    const tree = path.join(folder, "tree");
    if (!checkOut(workspace.root, commit, folder, tree)) return undefined;
    const inTree = path.relative(workspace.root, stackFile.path);
    const isOutside = inTree.startsWith("..") || path.isAbsolute(inTree);
    const program = path.join(tree, "infra/index.ts");
    if (isOutside || !existsSync(path.join(tree, inTree)) || !existsSync(program)) return undefined;
    symlinkSync(nodeModulesOf(workspace.root), path.join(tree, "node_modules"), "junction");
    const bundle = await workspace.buildProgram(tree);
    return await recordInChild(workspace.recorder, { root: tree, bundle, stackFile: path.join(tree, inTree), view });
  } catch (error) {
    throw new Failure(`The stack could not be recorded as it is at ${ref}:\n${(error as Error).message}`, 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Writes the project's part of a commit into `tree`, with an index of its own, so that the repository stays as it is.
 * Returns whether the project existed.
 */
function checkOut(root: string, commit: string, folder: string, tree: string): boolean {
  const prefix = git(root, ["rev-parse", "--show-prefix"]) ?? "";
  if (git(root, ["rev-parse", "--verify", "--quiet", `${commit}:${prefix}`]) === undefined) return false;
  const env = { ...process.env, GIT_INDEX_FILE: path.join(folder, "index") };
  execFileSync("git", ["read-tree", `${commit}:${prefix}`], { cwd: root, env, stdio: ["ignore", "ignore", "pipe"] });
  const top = git(root, ["rev-parse", "--show-toplevel"]) ?? root;
  execFileSync("git", ["checkout-index", "--all", `--prefix=${tree}/`], {
    cwd: top,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  return true;
}

function git(root: string, args: string[]): string | undefined {
  try {
    return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

/** The nearest folder of installed packages, as Node would look for it. */
function nodeModulesOf(root: string): string {
  const here = path.join(root, "node_modules");
  return existsSync(here) || path.dirname(root) === root ? here : nodeModulesOf(path.dirname(root));
}

function recordInChild(recorder: string, order: RecordOrder): Promise<Manifest> {
  return new Promise((resolve, reject) => {
    const child = fork(recorder, { cwd: order.root, stdio: ["ignore", "ignore", "pipe", "ipc"] });
    const stop = (): void => void child.kill("SIGKILL");
    process.once("exit", stop);
    let errors = "";
    child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.once("message", (result: RecordResult) => {
      if ("manifest" in result) resolve(result.manifest);
      else reject(new Error(result.failure));
    });
    child.once("error", reject);
    child.once("close", () => {
      process.off("exit", stop);
      reject(new Error(errors.trim() || "the recording ended without a result"));
    });
    child.send(order);
  });
}
