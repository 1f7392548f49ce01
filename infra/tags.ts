import type { StackConfig } from "./config";

// AWS allows 256 characters in a value and these signs beside letters, digits and spaces:
// https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
const NOT_ALLOWED = /[^\p{L}\p{N} _.:/=+\-@]/gu;

/**
 * The tags of every resource: what it belongs to, what the stack promises, and each protection that it gives up with
 * the sentence that argues for it.
 */
export function stackTags(config: StackConfig): { [key: string]: string } {
  const { recovery } = config;
  return {
    application: config.application,
    stack: config.stack,
    profile: config.profile,
    "managed-by": "pulumi",
    ...(recovery && {
      "recovery-time-objective": `${recovery.timeObjectiveMinutes} minutes`,
      "recovery-point-objective": `${recovery.pointObjectiveMinutes} minutes`,
    }),
    ...(config.economy?.expiresAfterHours !== undefined && {
      "expires-after-hours": String(config.economy.expiresAfterHours),
    }),
    ...Object.fromEntries(Object.entries(config.reasons).map(([key, reason]) => [`reason:${key}`, tagValue(reason)])),
    ...config.tags,
  };
}

const tagValue = (text: string): string => text.replace(NOT_ALLOWED, " ").slice(0, 256);
