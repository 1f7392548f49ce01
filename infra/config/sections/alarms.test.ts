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

  it("tells Slack and PagerDuty only when asked to, and holds no key of theirs", () => {
    expect(read(changed({})).alarms).not.toHaveProperty("slack");
    const slack = { workspaceId: "T0123456789", channelId: "C0123456789" };
    expect(read(changed({ [alarms("slack")]: slack, [alarms("pagerDuty")]: {} })).alarms).toMatchObject({
      slack,
      pagerDuty: { serviceRegion: "us" },
    });
    expect(onlyProblem({ [alarms("pagerDuty.integrationKey")]: "abc" })).toMatchObject({
      key: alarms("pagerDuty.integrationKey"),
      got: "a key that is not known here",
    });
  });

  it.each([
    ["slack", { channelId: "C0123456789" }, "workspaceId"],
    ["slack", { workspaceId: "shop", channelId: "C0123456789" }, "workspaceId"],
    ["slack", { workspaceId: "T0123456789", channelId: "#alarms" }, "channelId"],
    ["pagerDuty", { serviceRegion: "asia" }, "serviceRegion"],
  ])("refuses %s: %j", (section, value, key) => {
    expect(onlyProblem({ [alarms(section)]: value })).toMatchObject({ key: alarms(`${section}.${key}`) });
  });

  it("keeps the names of PagerDuty's parts: no service and no secret takes them", () => {
    const service = { image: { tag: "v1.0.0" }, port: 9000, paths: ["/c/*"], scaling: { min: 2, max: 4 } };
    expect(onlyProblem({ "platform:services.pager-duty": service })).toMatchObject({
      key: "platform:services.pager-duty",
    });
    expect(onlyProblem({ "platform:secrets.PAGERDUTY_INTEGRATION_KEY": { description: "Ours" } })).toMatchObject({
      key: "platform:secrets.PAGERDUTY_INTEGRATION_KEY",
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
