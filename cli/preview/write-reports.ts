import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { renderJunit } from "../render/junit";
import { foldersOf } from "../render/places";
import { renderSarif, renderStackFileErrors } from "../render/sarif";
import type { Request } from "./arguments";
import { Failure, StackFileError } from "./failure";
import type { Report } from "./report";

type Targets = Pick<Request, "sarif" | "junit" | "project">;

/** Writes the files that were asked for beside what is printed. `root` is the folder of this project. */
export function writeReports(report: Report, { sarif, junit, project }: Targets, root: string): void {
  const folders = foldersOf(path.resolve(project ?? root));
  if (sarif !== undefined) write("--sarif", sarif, renderSarif(report, folders));
  if (junit !== undefined) write("--junit", junit, renderJunit(report, folders));
}

/** Reports a stack file that the program refuses at its wrong keys; other failures have no place to be shown at. */
export function writeFailure(error: unknown, { sarif, project }: Targets, root: string): void {
  if (sarif === undefined || !(error instanceof StackFileError)) return;
  write("--sarif", sarif, renderStackFileErrors(error, foldersOf(path.resolve(project ?? root))));
}

function write(option: string, file: string, text: string): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new Failure(`${option} ${file}: cannot be written: ${(error as Error).message}`, 2);
  }
}
