import { changed, onlyProblem, read } from "../test-stack";

const budget = (key: string) => `platform:budget.${key}`;

describe("platform:budget", () => {
  it("tells at 80 and 100 percent and of the forecast, where the stack file names a sum", () => {
    expect(read(changed({ "platform:budget": { monthlyUsd: 300 } })).budget).toEqual({
      monthlyUsd: 300,
      alertPercents: [80, 100],
      forecast: true,
      emails: [],
    });
    expect(read(changed({})).budget).toBeUndefined();
  });

  it.each([
    ["monthlyUsd", undefined, "a whole number from 1 to 10000000"],
    ["monthlyUsd", 0, "a whole number from 1 to 10000000"],
    ["monthlyUsd", "300", "a whole number from 1 to 10000000"],
    ["alertPercents", [], "a list of 1 to 4 percentages"],
    ["alertPercents", [10, 20, 30, 40, 50], "a list of 1 to 4 percentages"],
    ["forecast", "yes", "true or false, without quotes"],
    ["anomaliesAboveUsd", 0, "a whole number from 1 to 1000000"],
  ])("refuses %s: %p", (key, value, expected) => {
    const problem = onlyProblem({ "platform:budget": { monthlyUsd: 300, [key]: value } });
    expect(problem).toMatchObject({ key: budget(key), expected });
  });

  it("refuses an address that is none", () => {
    expect(onlyProblem({ "platform:budget": { monthlyUsd: 300, emails: ["finance"] } })).toMatchObject({
      key: budget("emails[0]"),
      expected: "an e-mail address",
    });
  });
});
