import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { Value } from "../../kernel/value";

const daily = { schedule: "cron(0 3 * * ? *)", lifecycle: { deleteAfter: 35 } };

export const backupPlanRetention: Rule = {
  id: "backup-plan-retention",
  title: "Backup plans take a recovery point each day and keep it long enough",
  severity: "medium",
  controls: { nist: ["CP-9"] },
  why: "What happened between two backups is lost, and damage that is noticed late is in all that are left.",
  fix: "Give the plan a rule with a daily schedule and lifecycle.deleteAfter of at least the configured days.",
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
  types: ["aws:backup/plan:Plan"],
  parameters: {
    minimumDays: {
      type: "integer",
      minimum: 1,
      default: 35,
      description: "Shortest time for which a daily recovery point is kept, in days.",
    },
  },
  check({ props, params: { minimumDays }, violated }) {
    const rules = props.at("rules").list();
    const days = rules.filter((rule) => isDaily(rule.at("schedule"))).map((rule) => rule.at("lifecycle.deleteAfter"));
    if (days.length === 0) violated("rules", "a rule for every day", "none");
    // Without an end recovery points are kept for ever.
    else if (!days.some((end) => (end.number() ?? Infinity) >= minimumDays))
      violated("rules", `a rule for every day that keeps for at least ${minimumDays} days`, "fewer days");
  },
  cases: {
    resource: [
      good("every day, kept for 35 days", { rules: [daily] }),
      good("every day by default, kept for ever", { rules: [{ targetVaultName: "daily" }] }),
      good("every hour, a single rule", { rules: { schedule: "cron(0 * ? * * *)", lifecycle: { deleteAfter: "60" } } }),
      good("by a rate", { rules: [{ ...daily, schedule: "rate(12 hours)" }] }),
      good("twice every day, one kept long enough", { rules: [{ ...daily, lifecycle: { deleteAfter: 7 } }, daily] }),
      good("every month beside every day", {
        rules: [{ schedule: "cron(0 5 1 * ? *)", lifecycle: { deleteAfter: 365 } }, daily],
      }),
      good("as long as configured", { rules: [{ lifecycle: { deleteAfter: 7 } }] }, { params: { minimumDays: 7 } }),
      bad("every week", { rules: [{ ...daily, schedule: "cron(0 5 ? * SUN *)" }] }, "rules"),
      bad("every second day", { rules: [{ ...daily, schedule: "cron(0 5 */2 * ? *)" }] }, "rules"),
      bad("in one month", { rules: [{ ...daily, schedule: "cron(0 5 * 6 ? *)" }] }, "rules"),
      bad("every second day by a rate", { rules: [{ ...daily, schedule: "rate(2 days)" }] }, "rules"),
      bad("kept for a week", { rules: [{ ...daily, lifecycle: { deleteAfter: 7 } }] }, "rules"),
      bad("shorter than configured", { rules: [daily] }, "rules", { params: { minimumDays: 90 } }),
      bad("no rules", { rules: [] }, "rules"),
      unknown("rules not known", { rules: UNKNOWN }, "rules"),
      unknown("schedule not known", { rules: [{ ...daily, schedule: UNKNOWN }] }, "rules[0].schedule"),
    ],
  },
};

/** AWS Backup's default is every day at five. */
function isDaily(schedule: Value): boolean {
  const text = schedule.string() ?? "rate(1 day)";
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text) ?? [];
  if (unit) return unit !== "day" || Number(count) === 1;
  return /^cron\(\S+ \S+ (\*|\?|[*1]\/1) (\*|[*1]\/1) (\*|\?) \S+\)$/.test(text);
}
