import { changed, onlyProblem, read } from "../test-stack";

const development = { "platform:profile": "development" };
const hours = { from: "08:00", to: "19:00", timeZone: "Asia/Kolkata" };
const key = (rest: string) => `platform:economy.${rest}`;

describe("economy", () => {
  it("has working days as office hours", () => {
    const { economy } = read(changed({ ...development, "platform:economy": { officeHours: hours, spotOnly: true } }));
    expect(economy).toEqual({
      officeHours: { ...hours, days: ["MON", "TUE", "WED", "THU", "FRI"] },
      spotOnly: true,
    });
    expect(read(changed({})).economy).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["officeHours", hours],
    ["spotOnly", true],
    ["expiresAfterHours", 48],
  ])("has no %s in production", (setting, value) => {
    expect(onlyProblem({ [key(setting)]: value })).toEqual({
      key: key(setting),
      got: "a value, while platform:profile is production",
      expected: "nothing: a production stack is there at any time",
      fix: "remove it",
    });
  });

  it("lets staging rest at night, but not end", () => {
    const staging = { "platform:profile": "staging" };
    expect(read(changed({ ...staging, [key("officeHours")]: hours }))).toBeDefined();
    expect(onlyProblem({ ...staging, [key("expiresAfterHours")]: 48 })).toMatchObject({
      got: "a value, while platform:profile is staging",
    });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "an end before the beginning",
      { from: "19:00", to: "08:00" },
      { key: key("officeHours.to"), got: "08:00, with platform:economy.officeHours.from 19:00" },
    ],
    [
      "a beginning too near midnight",
      { from: "00:29" },
      { key: key("officeHours.from"), expected: expect.stringContaining("00:30 or later") },
    ],
    [
      "an end too near midnight",
      { to: "23:45" },
      { key: key("officeHours.to"), expected: expect.stringContaining("23:44 or earlier") },
    ],
    [
      "an hour that no day has",
      { to: "24:00" },
      { key: key("officeHours.to"), expected: expect.stringContaining("a time of day") },
    ],
    ["a day that no week has", { days: ["MO"] }, { key: key("officeHours.days[0]") }],
    ["no day", { days: [] }, { key: key("officeHours.days") }],
    ["an unknown time zone", { timeZone: "IST5" }, { key: key("officeHours.timeZone") }],
  ])("refuses %s", (_what, changes, problem) => {
    expect(onlyProblem({ ...development, [key("officeHours")]: { ...hours, ...changes } })).toMatchObject(problem);
  });

  it.each([
    ["platform:canary", { paths: ["/"] }],
    ["platform:database.replicas", [{}]],
  ])("has no office hours with %s", (other, value) => {
    expect(onlyProblem({ ...development, [key("officeHours")]: hours, [other]: value })).toMatchObject({
      key: other,
      got: "a value, while platform:economy.officeHours is set",
    });
  });

  it("refuses a stack that ends before it begins", () => {
    expect(onlyProblem({ ...development, [key("expiresAfterHours")]: 0 })).toMatchObject({
      key: key("expiresAfterHours"),
    });
  });
});
