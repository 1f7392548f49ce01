import { longestCronGap } from "./cron";

/** When a task runs: by exactly one of the three. */
export interface ScheduleTimes {
  /** Six fields, without `cron( )`: `0 3 ? * MON-FRI *` is 03:00 on working days. */
  cron?: string;
  /** A number and a unit: `15 minutes`. */
  rate?: string;
  /** One moment: `2027-01-31T03:00:00`. */
  at?: string;
}

const MINUTES = { minute: 1, hour: 60, day: 24 * 60 } as const;

/** The times as EventBridge Scheduler writes them. */
export function scheduleExpression({ cron, rate, at }: ScheduleTimes): string {
  if (cron !== undefined) return `cron(${cron})`;
  return rate !== undefined ? `rate(${rate})` : `at(${at})`;
}

/** CloudWatch looks back no further (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html). */
const LONGEST_LOOK_BACK_HOURS = 7 * 24;
/** Once a year a day has an hour more. */
const SUMMER_TIME_MINUTES = 60;

/**
 * Hours within which a run must have succeeded, when runs take up to `runMinutes`, all tries together; nothing where none
 * is certain, or where CloudWatch cannot look back so far.
 */
export function heartbeatHours(times: ScheduleTimes, runMinutes: number): number | undefined {
  const gap = longestGap(times);
  if (gap === undefined) return undefined;
  const hours = Math.ceil((gap + runMinutes + SUMMER_TIME_MINUTES) / 60);
  return hours <= LONGEST_LOOK_BACK_HOURS ? hours : undefined;
}

/** The most minutes between two runs. */
function longestGap({ cron, rate }: ScheduleTimes): number | undefined {
  if (cron !== undefined) return longestCronGap(cron);
  const [count, unit] = rate?.split(" ") ?? [];
  if (count === undefined || unit === undefined) return undefined;
  return Number(count) * MINUTES[unit.replace(/s$/, "") as keyof typeof MINUTES];
}
