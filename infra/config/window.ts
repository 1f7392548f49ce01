import { text } from "./accepted";

const TIME = "([01]\\d|2[0-3]):[0-5]\\d";
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = `(${DAYS.join("|")})`;
const MINUTES_OF_DAY = 24 * 60;
const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

export const dailyWindow = () =>
  text(new RegExp(`^${TIME}-${TIME}$`), "a window hh:mm-hh:mm in UTC, in quotes, such as 03:00-04:00");

export const weeklyWindow = () =>
  text(
    new RegExp(`^${DAY}:${TIME}-${DAY}:${TIME}$`),
    "a window ddd:hh:mm-ddd:hh:mm in UTC, in quotes, such as sun:04:00-sun:05:00",
  );

/** Minutes from the start to the end of a daily or weekly window; one that ends at its start is empty. */
export function windowMinutes(window: string): number {
  const [start, end] = bounds(window);
  return modulo(end - start, isWeekly(window) ? MINUTES_OF_WEEK : MINUTES_OF_DAY);
}

/** Whether a daily window meets a weekly one on any day; windows that only touch do not meet. */
export function windowsOverlap(daily: string, weekly: string): boolean {
  const [dailyStart] = bounds(daily);
  const [weeklyStart] = bounds(weekly);
  return DAYS.some((_, day) => {
    const start = dailyStart + day * MINUTES_OF_DAY;
    return (
      modulo(start - weeklyStart, MINUTES_OF_WEEK) < windowMinutes(weekly) ||
      modulo(weeklyStart - start, MINUTES_OF_WEEK) < windowMinutes(daily)
    );
  });
}

/** Whether a moment `hh:mm` lies in a daily window; the window's end does not. */
export function windowHolds(daily: string, time: string): boolean {
  const [start] = bounds(daily);
  return modulo(minutesOf(time) - start, MINUTES_OF_DAY) < windowMinutes(daily);
}

function isWeekly(window: string): boolean {
  return /^[a-z]/.test(window);
}

function bounds(window: string): [number, number] {
  const [start = "", end = ""] = window.split("-");
  return [minutesOf(start), minutesOf(end)];
}

function minutesOf(time: string): number {
  const parts = time.split(":");
  const [hours, minutes] = parts.slice(-2).map(Number) as [number, number];
  const day = parts.length === 3 ? DAYS.indexOf(parts[0] ?? "") : 0;
  return day * MINUTES_OF_DAY + hours * 60 + minutes;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
