import * as fc from "fast-check";
import { windowHolds, windowMinutes, windowsOverlap } from "./window";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = 24 * 60;

const time = (minute: number) =>
  `${String(Math.floor((minute % DAY) / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const daily = (start: number, length: number) => `${time(start)}-${time(start + length)}`;
const weekTime = (minute: number) => `${DAYS[Math.floor(minute / DAY) % 7]}:${time(minute)}`;
const weekly = (start: number, length: number) => `${weekTime(start)}-${weekTime((start + length) % (7 * DAY))}`;

const start = fc.integer({ min: 0, max: DAY - 1 });
const weekStart = fc.integer({ min: 0, max: 7 * DAY - 1 });
const length = fc.integer({ min: 1, max: DAY - 1 });

describe("windowMinutes", () => {
  it("is the length that a window was made with, over midnight and over Sunday", () => {
    fc.assert(fc.property(start, length, (from, minutes) => windowMinutes(daily(from, minutes)) === minutes));
    fc.assert(fc.property(weekStart, length, (from, minutes) => windowMinutes(weekly(from, minutes)) === minutes));
  });
});

describe("windowsOverlap", () => {
  it("is whether the two share a minute", () => {
    fc.assert(
      fc.property(start, length, weekStart, length, (from, minutes, weekFrom, weekMinutes) => {
        const taken = new Set(Array.from({ length: weekMinutes }, (_, minute) => (weekFrom + minute) % DAY));
        const shared = Array.from({ length: minutes }, (_, minute) => (from + minute) % DAY).some((m) => taken.has(m));
        expect(windowsOverlap(daily(from, minutes), weekly(weekFrom, weekMinutes))).toBe(shared);
      }),
    );
  });

  it("does not count windows that only touch", () => {
    expect(windowsOverlap("03:00-04:00", "sun:04:00-sun:05:00")).toBe(false);
    expect(windowsOverlap("05:00-06:00", "sun:04:00-sun:05:00")).toBe(false);
    expect(windowsOverlap("23:30-00:30", "mon:00:00-mon:01:00")).toBe(true);
  });
});

describe("windowHolds", () => {
  it("is whether the minute is one of the window's, over midnight as well", () => {
    fc.assert(
      fc.property(start, length, start, (from, minutes, minute) => {
        const held = Array.from({ length: minutes }, (_, offset) => (from + offset) % DAY).includes(minute);
        expect(windowHolds(daily(from, minutes), time(minute))).toBe(held);
      }),
    );
  });
});
