const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS_IN_MONTH = 31;

/** The longest time between two rotations of a schedule, in days; nothing for one that cannot be read. */
export function longestGap(schedule: string): number | undefined {
  const rate = /^rate\((\d+) (hour|day)s?\)$/.exec(schedule);
  if (rate) return Number(rate[1]) / (rate[2] === "hour" ? 24 : 1);
  // Minutes, hours, day of month, month, day of week, year: without a year nothing is longer than the months' gaps.
  const months = monthsOf(/^cron\(\S+ \S+ \S+ (\S+) \S+ \*\)$/.exec(schedule)?.[1]);
  const gaps = months.map((month, index) => (months[index + 1] ?? (months[0] ?? 0) + MONTHS.length) - month);
  return months.length === 0 ? undefined : Math.max(...gaps) * DAYS_IN_MONTH;
}

/** The months of a cron field (`*`, `1/2`, `JAN-JUN/2`, `3,9`) as numbers from 1, in order. */
function monthsOf(field: string | undefined): number[] {
  const all = MONTHS.map((_, index) => index + 1);
  const parts = (field ?? "").split(",").map((part) => /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part));
  return all.filter((month) =>
    parts.some((part) => {
      const from = part?.[1] === "*" ? 1 : monthNumber(part?.[1]);
      const to = part?.[2] ? monthNumber(part[2]) : part?.[1] === "*" || part?.[3] ? MONTHS.length : from;
      return month >= from && month <= to && (month - from) % Number(part?.[3] ?? 1) === 0;
    }),
  );
}

const monthNumber = (text = ""): number => MONTHS.indexOf(text.toUpperCase()) + 1 || Number(text);
