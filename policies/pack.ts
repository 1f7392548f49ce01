import type { Rule } from "./kernel/rule";
import { rules } from "./rules";

export { rules };

/** The pack's name in Pulumi Cloud and in every report. */
export const PACK_NAME = "platform";

/** What a rule blocks where no configuration says otherwise: critical and high ones stop a deployment. */
export const defaultLevelOf = (rule: Rule): "mandatory" | "advisory" =>
  rule.severity === "critical" || rule.severity === "high" ? "mandatory" : "advisory";
