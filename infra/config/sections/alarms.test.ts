import { changed, onlyProblem, read } from "../test-stack";

const alarms = (key: string) => `platform:alarms.${key}`;

describe("platform:alarms", () => {
  it("has the guides' limits where the stack file says nothing", () => {
    expect(read(changed({})).alarms).toMatchObject({
      serverErrors: 50,
      p95Seconds: 1,
      logErrors: 10,
      service: { cpu: 80, memory: 80 },
      database: { cpu: 80, freeStorage: 20, freeMemory: 10 },
      cache: { memory: 80, cpu: 80 },
      cdnServerErrors: 5,
      blockedRequests: 1000,
      certificateDays: 30,
    });
  });

  it("counts failed calls to other APIs only when asked to, by a usual field", () => {
    expect(read(changed({})).alarms.upstream).toBeUndefined();
    expect(read(changed({ [alarms("upstream")]: {} })).alarms.upstream).toEqual({
      statusField: "upstream_status",
      errors: 10,
    });
  });

  it.each([
    ["service.cpu", 0, "a whole number from 1 to 100"],
    ["service.memory", 101, "a whole number from 1 to 100"],
    ["database.cpu", "80", "a whole number from 1 to 100"],
    ["database.connections", 0, "a whole number from 1 to 100000"],
    ["database.freeStorage", 12.5, "a whole number from 1 to 100"],
    ["cache.memory", -1, "a whole number from 1 to 100"],
    ["logErrors", 0, "a whole number from 1 to 1000000"],
    ["certificateDays", 45, "a whole number from 1 to 44"],
    ["blockedRequests", 0, "a whole number from 1 to 100000000"],
    ["upstream.errors", 0, "a whole number from 1 to 1000000"],
    ["upstream.statusField", "upstream status", "a name, or names joined by dots, such as upstream.status"],
  ])("refuses %s: %p", (key, value, expected) => {
    expect(onlyProblem({ [alarms(key)]: value })).toMatchObject({ key: alarms(key), expected });
  });
});
