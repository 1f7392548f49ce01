import * as fc from "fast-check";
import { cronProblems, longestCronGap } from "./cron";
import { CRON_FIELDS, cronValues } from "./cron-field";
import { heartbeatHours, scheduleExpression } from "./schedule-expression";

const minute = fc.integer({ min: 0, max: 59 });
const hour = fc.integer({ min: 0, max: 23 });

describe("cronProblems", () => {
  it.each([
    "0 3 * * ? *",
    "0 3 ? * MON-FRI *",
    "*/15 8-18 ? * 2,4 *",
    "0 0 L * ? *",
    "30 6 ? * FRI#2 2027",
    "0 12 15W * ? *",
  ])("takes %s", (expression) => {
    expect(cronProblems(expression)).toEqual([]);
  });

  it.each([
    ["0 3 * * *", "must have the six fields"],
    ["60 3 * * ? *", 'has no minutes "60"'],
    ["0 24 * * ? *", 'has no hours "24"'],
    ["0 3 0 * ? *", 'has no day of month "0"'],
    ["0 3 * 13 ? *", 'has no month "13"'],
    ["0 3 ? * MUN *", 'has no day of week "MUN"'],
    ["0 3 ? * FRI-MON *", 'has no day of week "FRI-MON"'],
    ["0 3 ? * 2#6 *", 'has no day of week "2#6"'],
    ["0 3 * * ? 1969", 'has no year "1969"'],
    ["0/0 3 * * ? *", 'has no minutes "0/0"'],
    ["0 3 * * * *", "must have a ? as day of month or as day of week, and only one"],
    ["0 3 ? * ? *", "must have a ? as day of month or as day of week, and only one"],
    ["0 3 31 FEB ? *", "names no day that exists"],
  ])("refuses %s", (expression, problem) => {
    expect(cronProblems(expression).join("; ")).toContain(problem);
  });

  it("takes the 29th of February, which comes every four years", () => {
    expect(cronProblems("0 3 29 2 ? *")).toEqual([]);
  });
});

describe("cronValues", () => {
  it("gives values of the field, in order and once", () => {
    const [minutes] = CRON_FIELDS;
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, minute), { minLength: 1, maxLength: 4 }), (ranges) => {
        const sorted = ranges.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
        const values = cronValues(
          sorted.map(([a, b]) => `${a}-${b}`).join(","),
          minutes as (typeof CRON_FIELDS)[number],
        );
        const expected = Array.from({ length: 60 }, (_, at) => at).filter((at) =>
          sorted.some(([a, b]) => at >= a && at <= b),
        );
        expect(values).toEqual(expected);
      }),
    );
  });
});

describe("longestCronGap", () => {
  it("is a day for a time of each day, whatever the time", () => {
    fc.assert(
      fc.property(minute, hour, (atMinute, atHour) => {
        expect(longestCronGap(`${atMinute} ${atHour} * * ? *`)).toBe(24 * 60);
      }),
    );
  });

  it("is a week for one day of the week, and the week-end for working days", () => {
    expect(longestCronGap("0 3 ? * SUN *")).toBe(7 * 24 * 60);
    expect(longestCronGap("0 3 ? * MON-FRI *")).toBe(3 * 24 * 60);
  });

  it("counts the night between two days of several runs", () => {
    expect(longestCronGap("0/15 8-18 * * ? *")).toBe(24 * 60 - (10 * 60 + 45));
    expect(longestCronGap("0/15 * * * ? *")).toBe(15);
  });

  it("is the longest month for a day of each", () => {
    expect(longestCronGap("0 3 1 * ? *")).toBe(31 * 24 * 60);
    expect(longestCronGap("0 3 31 * ? *")).toBe(61 * 24 * 60);
  });

  it("never is shorter where a day of the week is taken away", () => {
    const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(week, minute, hour, (days, atMinute, atHour) => {
        const gap = (some: number[]) => longestCronGap(`${atMinute} ${atHour} ? * ${some.join(",")} *`) as number;
        expect(gap(days.slice(1))).toBeGreaterThanOrEqual(gap(days));
      }),
      { numRuns: 30 },
    );
  });

  it("is not told of runs that end, or of days by L, W and #", () => {
    expect(longestCronGap("0 3 * * ? 2027")).toBeUndefined();
    expect(longestCronGap("0 3 L * ? *")).toBeUndefined();
    expect(longestCronGap("0 3 ? * 2#1 *")).toBeUndefined();
  });
});

describe("heartbeatHours", () => {
  it("leaves room for the run, and for the hour of summer time", () => {
    expect(heartbeatHours({ cron: "0 3 * * ? *" }, 90)).toBe(24 + 3);
    expect(heartbeatHours({ rate: "15 minutes" }, 60)).toBe(3);
    expect(heartbeatHours({ rate: "1 day" }, 60)).toBe(26);
  });

  it("waits for none that comes once, or so seldom that CloudWatch cannot look back", () => {
    expect(heartbeatHours({ at: "2027-01-31T03:00:00" }, 60)).toBeUndefined();
    expect(heartbeatHours({ cron: "0 3 ? * SUN *" }, 60)).toBeUndefined();
    expect(heartbeatHours({ rate: "7 days" }, 60)).toBeUndefined();
  });
});

describe("scheduleExpression", () => {
  it("writes each kind as the scheduler does", () => {
    expect(scheduleExpression({ cron: "0 3 * * ? *" })).toBe("cron(0 3 * * ? *)");
    expect(scheduleExpression({ rate: "15 minutes" })).toBe("rate(15 minutes)");
    expect(scheduleExpression({ at: "2027-01-31T03:00:00" })).toBe("at(2027-01-31T03:00:00)");
  });
});
