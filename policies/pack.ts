import type { Level } from "./kernel/policies";
import type { Rule } from "./kernel/rule";
import { rules } from "./rules";

export { rules };

/** The pack's name in Pulumi Cloud and in every report. */
export const PACK_NAME = "platform";

/** What a rule does where no configuration says otherwise: critical and high ones stop a deployment. */
export function defaultLevelOf({ severity, optIn }: Rule): Level {
  if (optIn) return "disabled";
  return severity === "critical" || severity === "high" ? "mandatory" : "advisory";
}
