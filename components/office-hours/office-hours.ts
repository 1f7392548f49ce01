/** When a stack is up. */
export interface OfficeHours {
  /** `MON` to `SUN`. */
  days: string[];
  /** Time of day, for example `08:00`. */
  from: string;
  /** A later time of the same day. */
  to: string;
  /** Name in the IANA database. */
  timeZone: string;
}

/** Minutes that a database gets to start before the first task wants it. RDS takes 5 to 15. */
const START_AHEAD = 30;
/** Minutes after the last task's end at which the database is stopped: tasks have let go by then. */
const STOP_BEHIND = 15;
const DAY_MINUTES = 24 * 60;

export const EARLIEST_START = clock(START_AHEAD);
export const LATEST_END = clock(DAY_MINUTES - 1 - STOP_BEHIND);

/** The moments of office hours as the schedules of AWS write them. */
export function officeSchedules({ days, from, to }: OfficeHours) {
  const on = (time: number): string => `cron(${time % 60} ${Math.floor(time / 60)} ? * ${days.join(",")} *)`;
  return {
    databaseStarts: on(minutesOfDay(from) - START_AHEAD),
    servicesStart: on(minutesOfDay(from)),
    servicesEnd: on(minutesOfDay(to)),
    databaseStops: on(minutesOfDay(to) + STOP_BEHIND),
  };
}

/** Minutes of a time of day since midnight. */
export function minutesOfDay(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

function clock(time: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(Math.floor(time / 60))}:${two(time % 60)}`;
}
