import fc from "fast-check";
import { cronWeek } from "./cron-week";

const ALL = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

describe("the week of a cron expression", () => {
  it.each([
    ["30 2 ? * MON-FRI *", { days: ["MON", "TUE", "WED", "THU", "FRI"], first: 150, last: 150 }],
    ["0/15 8-17 ? * 2,4 *", { days: ["MON", "WED"], first: 480, last: 1065 }],
    ["0 3 1 * ? *", { days: ALL, first: 180, last: 180 }],
    ["0 9 ? * 6L *", { days: ["FRI"], first: 540, last: 540 }],
    ["0 9 ? * L *", { days: ["SAT"], first: 540, last: 540 }],
    ["0 9 ? * TUE#2 *", { days: ["TUE"], first: 540, last: 540 }],
  ])("%s", (expression, week) => {
    expect(cronWeek(expression)).toEqual(week);
  });

  it("is nothing where a field is not sound", () => {
    expect(cronWeek("61 3 ? * * *")).toBeUndefined();
  });

  it("begins before it ends, within a day", () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(number(59), number(59), number(23), number(23), (m1, m2, h1, h2) => {
        const week = cronWeek(`${m1},${m2} ${h1},${h2} ? * * *`);
        expect(week?.first).toBe(Math.min(h1, h2) * 60 + Math.min(m1, m2));
        expect(week?.last).toBe(Math.max(h1, h2) * 60 + Math.max(m1, m2));
      }),
    );
  });
});
