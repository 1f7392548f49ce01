import type { ResourceContext } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

export const EXPORTS = "enabledCloudwatchLogsExports";

/** Which of these logs a database does not hand to CloudWatch. */
export function missingLogs(database: Value, logs: readonly string[]): string[] {
  const exported = database.at(EXPORTS).strings();
  return logs.filter((log) => !exported.includes(log));
}

/** Reports each of these logs that a database does not hand to CloudWatch, by its name. */
export function demandLogExports(
  database: Value,
  logs: readonly string[],
  { each, violated }: Pick<ResourceContext, "each" | "violated">,
): void {
  const exports = database.at(EXPORTS);
  each(missingLogs(database, logs), (log) => violated(exports, `the ${log} log`, "another list or none", log));
}
