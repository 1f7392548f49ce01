import type { ResourceContext } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

/** Reports each of these logs that a database does not hand to CloudWatch, by its name. */
export function demandLogExports(
  database: Value,
  logs: readonly string[],
  { each, violated }: Pick<ResourceContext, "each" | "violated">,
): void {
  const exports = database.at("enabledCloudwatchLogsExports");
  const exported = exports.strings();
  each(logs, (log) => {
    if (!exported.includes(log)) violated(exports, `the ${log} log`, "another list or none", log);
  });
}
