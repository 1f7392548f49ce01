import { keyText, type KeyPath, sameBranch, valueAt } from "./key-path";
import type { SectionName, Sections } from "./sections";
import type { Problem } from "./stack-config-error";
import { valueInWords } from "./value-in-words";

/** A stack file as far as it could be read: what the checks between keys work on. */
export interface Draft {
  /** Name of the stack. */
  stack: string;
  region: string | undefined;
  /** Read sections; one that cannot be read at all is missing. */
  sections: Partial<Sections>;
  /** The sections as they were written, before reading. */
  written: Readonly<Partial<Record<SectionName, unknown>>>;
}

/** A fault between keys that each are well formed. */
export interface Fault extends Omit<Problem, "key"> {
  path: KeyPath;
  /** The other keys that it rests on: when one of them could not be read, the fault is not reported. */
  involves: KeyPath[];
}

export type Check = (draft: Draft) => Fault[];

/** The path of a key below a section. */
export function at(section: SectionName, ...rest: (string | number)[]): KeyPath {
  return [`platform:${section}`, ...rest];
}

/** What the file says at a path, in words. */
export function written(draft: Draft, path: KeyPath): string {
  return valueInWords(valueWritten(draft, path), path);
}

/** What the file says at a path. */
export function valueWritten(draft: Draft, [section, ...rest]: KeyPath): unknown {
  return valueAt(draft.written[section.replace("platform:", "") as SectionName], rest);
}

/** Sections whose keys are names that others refer to. */
export type NamedSection = "services" | "buckets" | "queues" | "files" | "secrets";

/** The names below a section as they were written, whether or not what stands under them could be read. */
export function namesWritten(draft: Draft, section: NamedSection): string[] {
  const value = draft.written[section];
  return isMap(value) ? Object.keys(value) : [];
}

/** Whether a section is something else than a map, so that nobody can tell which names it was to have. */
export function isMisshapen(draft: Draft, section: NamedSection): boolean {
  const value = draft.written[section];
  return value !== undefined && !isMap(value);
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The problems of those faults that do not rest on something unreadable. */
export function problemsOf(faults: Fault[], unreadable: readonly KeyPath[]): Problem[] {
  return faults
    .filter(({ path, involves }) => ![path, ...involves].some((key) => unreadable.some((bad) => sameBranch(bad, key))))
    .map(({ involves: _, path, ...fault }) => ({ key: keyText(path), path, ...fault }));
}
