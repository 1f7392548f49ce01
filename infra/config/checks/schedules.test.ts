import { changed, onlyProblem, read } from "../test-stack";

const REPORT = { service: "api", command: ["flask", "send-reports"], cron: "0 3 ? * MON-FRI *" };
const report = (settings: Record<string, unknown>) => ({ "platform:schedules.report": { ...REPORT, ...settings } });
const key = (rest: string) => `platform:schedules.report.${rest}`;

describe("scheduled tasks", () => {
  it("have an image by their service, and rights of their own where they say so", () => {
    const { schedules } = read(changed(report({ timeZone: "Asia/Kolkata", uses: { buckets: ["documents"] } })));
    expect(schedules.report).toMatchObject({
      cron: REPORT.cron,
      timeZone: "Asia/Kolkata",
      retries: 1,
      timeoutMinutes: 60,
      overlap: false,
      maxDelayMinutes: 60,
      uses: { buckets: { documents: "readWrite" }, database: false },
    });
    expect(read(changed(report({}))).schedules.report?.uses).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["an unknown service", { service: "apo" }, { key: key("service"), suggestion: "api" }],
    [
      "no time",
      { cron: undefined },
      {
        key: "platform:schedules.report",
        got: "neither cron, rate nor at",
        expected: "exactly one of cron, rate and at",
      },
    ],
    ["two times", { rate: "1 hour" }, { key: "platform:schedules.report", got: "cron and rate" }],
    ["five fields", { cron: "0 3 * * *" }, { key: key("cron"), expected: expect.stringContaining("six fields") }],
    [
      "an hour that no day has",
      { cron: "0 25 * * ? *" },
      { key: key("cron"), got: 'the text "0 25 * * ? *", which has no hours "25"' },
    ],
    [
      "a plural of one",
      { cron: undefined, rate: "1 hours" },
      { key: key("rate"), got: 'the text "1 hours"', fix: "write 1 hour" },
    ],
    ["a singular of many", { cron: undefined, rate: "15 minute" }, { key: key("rate"), fix: "write 15 minutes" }],
    [
      "an unknown unit",
      { cron: undefined, rate: "3 weeks" },
      { key: key("rate"), expected: expect.stringContaining("15 minutes") },
    ],
    ["a moment without a time", { cron: undefined, at: "2027-01-31" }, { key: key("at") }],
    [
      "an unknown time zone",
      { timeZone: "Asia/Bombai" },
      { key: key("timeZone"), expected: expect.stringContaining("IANA") },
    ],
    [
      "a size that Fargate lacks",
      { size: { cpu: 256, memory: 4096 } },
      { key: key("size"), expected: "memory 512, 1024 or 2048 MiB for 256 CPU units" },
    ],
    ["no command", { command: undefined }, { key: key("command"), got: "nothing" }],
    [
      "a part that the stack lacks",
      { uses: { buckets: ["documentz"] } },
      { key: key("uses.buckets"), suggestion: "documents" },
    ],
  ])("refuse %s", (_what, settings, problem) => {
    expect(onlyProblem(report(settings))).toMatchObject(problem);
  });

  it("have names of their own", () => {
    expect(onlyProblem({ "platform:schedules.api": REPORT })).toMatchObject({
      key: "platform:schedules.api",
      got: "the name api, which is that of platform:services.api",
    });
    expect(onlyProblem({ "platform:schedules.ingress": REPORT })).toMatchObject({
      key: "platform:schedules.ingress",
      got: "the name ingress, which belongs to the platform",
    });
  });

  it("do not set again what the platform sets for what they use", () => {
    const environment = { "platform:services.api.environment": { DOCUMENTS_BUCKET: "mine" } };
    const uses = { database: false, cache: false, buckets: [], secrets: [] };
    expect(
      onlyProblem({
        ...environment,
        "platform:services.api.uses": uses,
        ...report({ uses: { buckets: ["documents"] } }),
      }),
    ).toMatchObject({
      key: "platform:services.api.environment.DOCUMENTS_BUCKET",
      got: "a variable that the platform sets for the bucket documents",
    });
  });
});
