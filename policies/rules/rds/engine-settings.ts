import type { Value } from "../../kernel/value";
import { isOn } from "./parameter-groups";

/** The logs that AWS's controls name, by the beginning of the engine's name; PostgreSQL has a rule of its own. */
const LOGS: [engine: RegExp, logs: string[]][] = [
  [/^mysql$/, ["audit", "error", "general", "slowquery"]],
  [/^mariadb$/, ["audit", "error"]],
  [/^aurora-mysql$/, ["audit"]],
  [/^sqlserver-ex$/, ["error"]],
  [/^sqlserver-/, ["agent", "error"]],
  [/^oracle-/, ["alert", "audit", "listener", "trace"]],
];

/** The logs that a database of this engine hands to CloudWatch. */
export const logsOf = (engine: string): readonly string[] => LOGS.find(([form]) => form.test(engine))?.[1] ?? [];

export interface ParameterDemand {
  name: string;
  expected: string;
  isMet(value: Value): boolean;
  /** The version since which AWS's default does; absent for never. */
  metSince?: readonly [major: number, minor: number];
  /** The first version that knows the parameter. */
  knownSince?: readonly [major: number, minor: number];
}

const on = (name: string): ParameterDemand => ({ name, expected: "on", isMet: isOn });
const DEMANDS: [engine: RegExp, demands: ParameterDemand[]][] = [
  [/^mysql$/, [on("require_secure_transport")]],
  [/^mariadb$/, [{ ...on("require_secure_transport"), knownSince: [10, 5], metSince: [11, 8] }]],
  [/^sqlserver-/, [on("rds.force_ssl")]],
  [
    /^aurora-mysql$/,
    [
      on("require_secure_transport"),
      on("server_audit_logging"),
      { name: "server_audit_events", expected: "the events to record", isMet: (value) => Boolean(value.string()) },
    ],
  ],
];

/** The parameters for TLS and auditing that a database of this engine and version has to set; without version, a new one. */
export function demandsOn(engine: string, version: readonly number[] | undefined): ParameterDemand[] {
  const demands = DEMANDS.find(([form]) => form.test(engine))?.[1] ?? [];
  return demands.filter(({ knownSince = [0, 0] }) => !version || isAtLeast(version, knownSince));
}

/** Whether AWS's default meets a demand. */
export const isMetByDefault = ({ metSince }: ParameterDemand, version: readonly number[] | undefined): boolean =>
  metSince !== undefined && (!version || isAtLeast(version, metSince));

function isAtLeast(
  [major = 0, minor = 0]: readonly number[],
  [otherMajor, otherMinor]: readonly [number, number],
): boolean {
  return major > otherMajor || (major === otherMajor && minor >= otherMinor);
}
