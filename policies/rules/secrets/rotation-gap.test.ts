import { longestGap } from "./rotation-gap";

describe("longestGap", () => {
  it.each([
    ["rate(30 days)", 30],
    ["rate(1 day)", 1],
    ["rate(12 hours)", 0.5],
    ["cron(0 8 1 * ? *)", 31],
    ["cron(0 8 1 1/2 ? *)", 62],
    ["cron(0 8 1 */3 ? *)", 93],
    ["cron(0 8 1 JAN,APR,OCT ? *)", 186],
    ["cron(0 8 1 JAN-JUN/2 ? *)", 248],
    ["cron(0 8 1 6 ? *)", 372],
    ["cron(0 8 ? * SUN#1 *)", 31],
    ["cron(0 8 1 1 ? 2030)", undefined],
    ["rate(1 fortnight)", undefined],
    ["cron(0 8 1 x ? *)", undefined],
    ["", undefined],
  ])("%s", (schedule, days) => expect(longestGap(schedule)).toBe(days));
});
