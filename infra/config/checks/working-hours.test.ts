import { changed, onlyProblem, read } from "../test-stack";

const development = {
  "platform:profile": "development",
  "platform:economy": { officeHours: { from: "08:00", to: "19:00", timeZone: "Asia/Kolkata" } },
};
const task = (times: object) => ({ service: "api", command: ["report"], timeZone: "Asia/Kolkata", ...times });
const withTask = (times: object) => ({ ...development, "platform:schedules": { report: task(times) } });

describe("office hours", () => {
  it.each([
    ["rate", { rate: "1 hour" }, "a run each 1 hour, by day and by night"],
    ["cron", { cron: "30 2 ? * MON-FRI *" }, "runs at other times"],
    ["cron", { cron: "0 19 ? * MON-FRI *" }, "runs at other times"],
    ["cron", { cron: "0 9 ? * SAT *" }, "runs at other times"],
    ["cron", { cron: "0 9 1 * ? *" }, "runs at other times"],
    ["timeZone", { cron: "0 9 ? * MON-FRI *", timeZone: "UTC" }, "UTC, another time zone"],
  ])("are missed by a task that uses the database: %s %j", (setting, times, got) => {
    expect(onlyProblem(withTask(times))).toEqual({
      key: `platform:schedules.report.${setting}`,
      got: `${got}, while the database is up in platform:economy.officeHours only`,
      expected: "runs on MON, TUE, WED, THU, FRI from 08:00 to 19:00, Asia/Kolkata",
      fix: "write, for example, cron: 0 8 ? * MON,TUE,WED,THU,FRI * with timeZone: Asia/Kolkata, or uses without database",
    });
  });

  it("are kept by a task that runs in them, or needs no database", () => {
    for (const times of [{ cron: "0 8-18 ? * MON-FRI *" }, { rate: "1 hour", uses: {} }, { at: "2027-01-31T03:00:00" }])
      expect(read(changed(withTask(times)))).toBeDefined();
  });

  it("leave no night for a dump", () => {
    const image = { repository: "123456789012.dkr.ecr.us-east-1.amazonaws.com/pg-dump", tag: "v17.1" };
    const dump = { "platform:database.dump": { image, bucket: "documents" } };
    expect(onlyProblem({ ...development, ...dump })).toMatchObject({ key: "platform:database.dump" });
  });
});
