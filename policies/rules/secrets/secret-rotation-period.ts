import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { longestGap } from "./rotation-gap";

const days = (automaticallyAfterDays: unknown) => ({ rotationRules: { automaticallyAfterDays } });
const schedule = (scheduleExpression: unknown) => ({ rotationRules: { scheduleExpression } });

export const secretRotationPeriod: Rule = {
  id: "secret-rotation-period",
  title: "Secrets are rotated often enough",
  severity: "medium",
  controls: { fsbp: ["SecretsManager.4"], nist: ["IA-5(1)"] },
  references: { checkov: ["CKV_AWS_304"] },
  why: "The longer a secret stays the same, the longer a copy of it is of use.",
  fix: "Set rotationRules.automaticallyAfterDays, or a scheduleExpression, to at most the configured days.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-4",
  types: ["aws:secretsmanager/secretRotation:SecretRotation"],
  parameters: {
    maximumDays: {
      type: "integer",
      minimum: 1,
      maximum: 1000,
      default: 90,
      description: "Longest time between two rotations, in days.",
    },
  },
  check({ props, params: { maximumDays }, violated }) {
    const rules = props.at("rotationRules");
    const expression = rules.at("scheduleExpression");
    const text = expression.string();
    const after = rules.at("automaticallyAfterDays");
    const expected = `at most ${maximumDays} days`;
    if (text !== undefined) {
      if ((longestGap(text) ?? Infinity) > maximumDays) violated(expression, expected, "a schedule with longer gaps");
    } else if ((after.number() ?? Infinity) > maximumDays) {
      violated(after, expected, after.isSet() ? "more" : "nothing");
    }
  },
  remedy({ params: { maximumDays }, set }) {
    // AWS takes one of the two.
    set("rotationRules.scheduleExpression", undefined);
    set("rotationRules.automaticallyAfterDays", maximumDays);
  },
  cases: {
    resource: [
      good("every month", days(30)),
      good("at the limit, as text", days("90")),
      good("by a rate", schedule("rate(10 days)")),
      good("by a calendar", schedule("cron(0 8 1 * ? *)")),
      good("as often as configured", days(180), { params: { maximumDays: 180 } }),
      bad("once a year", days(365), "rotationRules.automaticallyAfterDays"),
      bad("more than configured", days(60), "rotationRules.automaticallyAfterDays", { params: { maximumDays: 30 } }),
      bad("never", { rotationRules: {} }, "rotationRules.automaticallyAfterDays"),
      bad("by a slow rate", schedule("rate(91 days)"), "rotationRules.scheduleExpression"),
      bad("by a slow calendar", schedule("cron(0 8 1 1/6 ? *)"), "rotationRules.scheduleExpression"),
      bad("by what is no schedule", schedule("monthly"), "rotationRules.scheduleExpression"),
      bad("no rules at all", {}, "rotationRules.automaticallyAfterDays"),
      unknown("days not known", days(UNKNOWN), "rotationRules.automaticallyAfterDays"),
      unknown("schedule not known", schedule(UNKNOWN), "rotationRules.scheduleExpression"),
    ],
  },
};
