/** One of the six fields of a cron expression: its bounds, and the names that stand for numbers. */
export interface CronField {
  name: string;
  from: number;
  to: number;
  /** The names of the values, from the least one on. */
  names?: readonly string[];
}

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
export const CRON_FIELDS: readonly CronField[] = [
  { name: "minutes", from: 0, to: 59 },
  { name: "hours", from: 0, to: 23 },
  { name: "day of month", from: 1, to: 31 },
  {
    name: "month",
    from: 1,
    to: 12,
    names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
  },
  { name: "day of week", from: 1, to: 7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] },
  { name: "year", from: 1970, to: 2199 },
];

/** The values that a field stands for, in order; nothing when it is none of the forms `*`, `?`, `5`, `1-5`, `0/15`, `1,3`. */
export function cronValues(text: string, field: CronField): number[] | undefined {
  const parts = text.split(",").map((part) => partValues(part, field));
  if (parts.some((part) => part === undefined)) return undefined;
  return [...new Set(parts.flatMap((part) => part ?? []))].sort((a, b) => a - b);
}

function partValues(part: string, field: CronField): number[] | undefined {
  const [base = "", step, ...rest] = part.split("/");
  if (rest.length > 0) return undefined;
  const range = rangeOf(base, field, step !== undefined);
  const by = step === undefined ? 1 : Number(step);
  if (!range || !/^\d+$/.test(step ?? "1") || by < 1) return undefined;
  const [from, to] = range;
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
}

function rangeOf(base: string, field: CronField, stepped: boolean): [number, number] | undefined {
  if (base === "*" || base === "?") return [field.from, field.to];
  const [first = "", last, ...rest] = base.split("-");
  const from = valueOf(first, field);
  const to = last === undefined ? (stepped ? field.to : from) : valueOf(last, field);
  if (from === undefined || to === undefined || rest.length > 0 || from > to) return undefined;
  return [from, to];
}

function valueOf(text: string, { from, to, names = [] }: CronField): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? from + named : /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= from && value <= to ? value : undefined;
}
