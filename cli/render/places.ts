import { existsSync } from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import type { Finding } from "../preview/findings";
import type { Report } from "../preview/report";

/** A line of a file, as a path from the root of the repository; an absolute path where the file is outside. */
export interface Place {
  file: string;
  line: number;
  column?: number;
}

/** Where the files of a report are: paths in it are relative to the project's folder or to the working directory. */
export interface Folders {
  /** Root of the git repository, else the project's folder. */
  repository: string;
  project: string;
  working: string;
}

export function foldersOf(project: string, working = process.cwd()): Folders {
  return { repository: repositoryOf(project) ?? project, project, working };
}

/** The nearest folder upwards that git manages. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(path.join(folder, ".git"))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

/**
 * The line that a finding belongs to: the key of the stack file that its resource comes from, where the program tells;
 * else where its resource is declared, or the nearest component around it; the stack file for what the program does not
 * show, the policy configuration for what is about exemptions.
 */
export function placeOf({ urn }: Finding, report: Report, folders: Folders): Place {
  const cause = urn === undefined ? undefined : report.causes[urn];
  if (cause) return placeIn(cause.place, folders);
  const [nearest] = urn === undefined ? [] : declarationsOf(urn, report, folders);
  if (nearest) return nearest.place;
  const file = (urn === undefined ? report.policyConfig : undefined) ?? report.stackFile;
  return { file: inRepository(path.resolve(folders.working, file), folders), line: 1 };
}

/** Where a resource and the components around it are declared, from the inside out. */
export function declarationsOf(urn: string, report: Report, folders: Folders): { urn: string; place: Place }[] {
  const parents = new Map(report.manifest.resources.map((resource) => [resource.urn, resource.parent]));
  const places: { urn: string; place: Place }[] = [];
  for (let current: string | undefined = urn; current !== undefined; current = parents.get(current)) {
    const [, file, line] = /^(.*?):(\d+)/.exec(report.sources[current] ?? "") ?? [];
    if (!file) continue;
    const place = { file: inRepository(path.resolve(folders.project, file), folders), line: Number(line) };
    places.push({ urn: current, place });
  }
  return places;
}

/** `file:line:column` of a stack file, as its errors name it. */
export function placeIn(text: string, folders: Folders): Place {
  const [, file = text, line, column] = /^(.*?):(\d+):(\d+)$/.exec(text) ?? [];
  return {
    file: inRepository(path.resolve(folders.working, file), folders),
    line: Number(line ?? 1),
    ...(column !== undefined && { column: Number(column) }),
  };
}

/** Where people look for a resource: the line of its key and the key, then the line of the program. */
export function placesInWords(urn: string, { causes, sources }: Pick<Report, "causes" | "sources">): string {
  const cause = causes[urn];
  const atKey = cause && `${cause.place.replace(/:\d+$/, "")} ${cause.key}`;
  return [atKey, sources[urn]].filter(Boolean).join(" · ");
}

/** A place's file as a URI reference. */
export const uriOf = ({ file }: Place): string =>
  path.isAbsolute(file) ? pathToFileURL(file).href : file.split("/").map(encodeURIComponent).join("/");

function inRepository(file: string, { repository }: Folders): string {
  const relative = path.relative(repository, file);
  return relative.startsWith("..") || path.isAbsolute(relative) ? file : relative.split(path.sep).join("/");
}
