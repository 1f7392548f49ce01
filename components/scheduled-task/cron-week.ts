import { CRON_FIELDS, cronValues } from "./cron-field";

/** When in a week a schedule runs. */
export interface CronWeek {
  /** Days on which it may run, from `SUN` on; all seven where days are named by their date. */
  days: string[];
  /** The first and the last minute of a day, counted from midnight. */
  first: number;
  last: number;
}

const [MINUTES, HOURS, , , DAYS] = CRON_FIELDS as [CronField, CronField, CronField, CronField, CronField];
type CronField = (typeof CRON_FIELDS)[number];
const WEEK = DAYS.names as readonly string[];

/** The week of an expression in the six fields of EventBridge Scheduler; nothing when one of its fields is not sound. */
export function cronWeek(expression: string): CronWeek | undefined {
  const [minute = "", hour = "", , , dayOfWeek = ""] = expression.trim().split(/\s+/);
  const [minutes = [], hours = []] = [cronValues(minute, MINUTES), cronValues(hour, HOURS)];
  if (minutes.length === 0 || hours.length === 0) return undefined;
  return {
    days: daysOf(dayOfWeek),
    first: Math.min(...hours) * 60 + Math.min(...minutes),
    last: Math.max(...hours) * 60 + Math.max(...minutes),
  };
}

/** `6L` and `6#3` are Fridays; where the day of week is open the date may fall on any. */
function daysOf(text: string): string[] {
  const plain = text.replace(/(L|#[1-5])$/i, "");
  const values = cronValues(plain === "" ? "7" : plain, DAYS) ?? [];
  return values.map((value) => WEEK[value - 1] as string);
}
