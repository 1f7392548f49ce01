import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

/** What the provider takes by default, and the longest that AWS takes. */
const DEFAULT_DAYS = 30;

export const secretRecoveryWindow: Rule = {
  id: "secret-recovery-window",
  title: "Deleted secrets can be restored for some days",
  severity: "low",
  controls: { nist: ["CP-9"] },
  why: "A secret that is deleted at once cannot be had back, nor can what only it opens.",
  fix: `Leave recoveryWindowInDays at its default of ${DEFAULT_DAYS}, or set at least the configured days.`,
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
  types: ["aws:secretsmanager/secret:Secret"],
  parameters: {
    minimumDays: {
      type: "integer",
      minimum: 7,
      maximum: DEFAULT_DAYS,
      default: 7,
      description: "Shortest time in which a deleted secret can be restored, in days.",
    },
  },
  check({ props, params: { minimumDays }, violated }) {
    const days = props.at("recoveryWindowInDays");
    if ((days.number() ?? minimumDays) < minimumDays)
      violated(days, `at least ${minimumDays} days or absent`, "fewer days");
  },
  remedy: ({ set }) => set("recoveryWindowInDays", DEFAULT_DAYS),
  cases: {
    resource: [
      good("provider's default left", {}),
      good("a week, as text", { recoveryWindowInDays: "7" }),
      bad("none", { recoveryWindowInDays: 0 }, "recoveryWindowInDays"),
      bad("fewer than configured", { recoveryWindowInDays: 7 }, "recoveryWindowInDays", {
        params: { minimumDays: 30 },
      }),
      unknown("not known", { recoveryWindowInDays: UNKNOWN }, "recoveryWindowInDays"),
    ],
  },
};
