import { CRON_FIELDS, cronValues } from "./cron-field";

const DAY_MINUTES = 24 * 60;
const DAY_MILLISECONDS = DAY_MINUTES * 60_000;
/** Days that are looked at: enough to see the 29th of February come again. */
const HORIZON_DAYS = 9 * 366;

/**
 * What is wrong with an expression in the six fields of EventBridge Scheduler; empty when it is fine. `L`, `W` and `#`
 * are taken as they are.
 */
export function cronProblems(expression: string): string[] {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== CRON_FIELDS.length) {
    return [`must have the six fields minutes, hours, day of month, month, day of week and year, got ${fields.length}`];
  }
  const [, , dayOfMonth, , dayOfWeek] = fields;
  const wrong = CRON_FIELDS.flatMap((field, index) => {
    const text = fields[index] as string;
    return isSpecial(text, index) || cronValues(text, field) ? [] : [`has no ${field.name} "${text}"`];
  });
  const unknownDays = (dayOfMonth === "?") === (dayOfWeek === "?");
  return [
    ...wrong,
    ...(unknownDays ? ["must have a ? as day of month or as day of week, and only one"] : []),
    ...(wrong.length === 0 && !unknownDays && longestGapOf(fields) === Infinity ? ["names no day that exists"] : []),
  ];
}

/** The most minutes that lie between two runs of a sound expression; nothing when it ends, or names days by `L`, `W` or `#`. */
export function longestCronGap(expression: string): number | undefined {
  const fields = expression.trim().split(/\s+/);
  const gap = longestGapOf(fields);
  return gap === Infinity || fields[5] !== "*" ? undefined : gap;
}

function isSpecial(text: string, index: number): boolean {
  if (index === 2) return /^(L|LW|([1-9]|[12]\d|3[01])W)$/.test(text);
  return index === 4 && /^([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)?(L|#[1-5])$/i.test(text);
}

/** Infinity when no day fits; nothing when the days are not told by numbers. */
function longestGapOf(fields: string[]): number | undefined {
  const values = fields.map((text, index) => cronValues(text, CRON_FIELDS[index] as (typeof CRON_FIELDS)[number]));
  const [minutes = [], hours = [], daysOfMonth, months = [], daysOfWeek] = values;
  if (!daysOfMonth || !daysOfWeek) return undefined;
  const days = daysThatFit(daysOfMonth, months, daysOfWeek);
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  if (days.length < 2) return Infinity;
  const overNight = gaps(days).map((gap) => gap * DAY_MINUTES - (last - first));
  return Math.max(...gaps(times), ...overNight);
}

/** The days of the horizon, counted from its first, that are of these days and months. */
function daysThatFit(daysOfMonth: number[], months: number[], daysOfWeek: number[]): number[] {
  const start = Date.UTC(2024, 0, 1);
  return Array.from({ length: HORIZON_DAYS }, (_, day) => day).filter((day) => {
    const date = new Date(start + day * DAY_MILLISECONDS);
    return (
      daysOfMonth.includes(date.getUTCDate()) &&
      months.includes(date.getUTCMonth() + 1) &&
      daysOfWeek.includes(date.getUTCDay() + 1)
    );
  });
}

const gaps = (values: number[]): number[] => values.slice(1).map((value, index) => value - (values[index] as number));
