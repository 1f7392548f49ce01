import { Failure } from "../preview/failure";

/** Nothing is guessed for configuration that a program requires: the person says what to preview it with. */
export function missingConfiguration(keys: readonly string[]): Failure {
  const fixes = keys.map((key) => `  fix: --config ${key}=<value>`);
  return new Failure([`The program requires ${keys.join(", ")}`, ...fixes].join("\n"), 2);
}
