import { spawnSync } from "node:child_process";
import * as path from "node:path";

// The command as a process on projects of other people. Those under `fixtures` have no node_modules of their own: they
// take the packages of this repository, inside which they lie.

export const REPOSITORY = path.join(__dirname, "../..");
export const FIXTURES = path.join(__dirname, "fixtures");
export const SLOW = 120_000;

export function preview(project: string, ...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const launcher = path.join(REPOSITORY, "cli/bin/preview.mjs");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [launcher, "--project", path.resolve(FIXTURES, project), ...args],
    { cwd: FIXTURES, encoding: "utf8", env: { ...process.env, FORCE_COLOR: undefined }, maxBuffer: 64 * 1024 * 1024 },
  );
  return { code: status, stdout, stderr };
}

export interface Seen {
  code: number | null;
  /** `level rule name file:line` */
  findings: string[];
  generic: string[];
  /** Rules that stay open. */
  open: string[];
  outputs: { [name: string]: unknown };
}

export function report(project: string, ...args: string[]): Seen {
  const { code, stdout, stderr } = preview(project, "--json", ...args);
  if (stdout === "") throw new Error(stderr);
  const { findings, sources, manifest } = JSON.parse(stdout);
  type Entry = { rule: string; level: string; urn?: string; message: string };
  const lines = findings.violations.map(({ level, rule, urn = "" }: Entry) =>
    `${level} ${rule} ${urn.split("::").at(-1)} ${sources[urn] ?? ""}`.trim(),
  );
  const isGeneric = ({ rule }: Entry): boolean => rule === "answered-generically";
  return {
    code,
    findings: [...new Set<string>(lines)].sort(),
    generic: findings.undetermined.filter(isGeneric).map(({ message }: Entry) => message),
    open: [
      ...new Set<string>(
        findings.undetermined.filter((entry: Entry) => !isGeneric(entry)).map((entry: Entry) => entry.rule),
      ),
    ],
    outputs: manifest.outputs,
  };
}
