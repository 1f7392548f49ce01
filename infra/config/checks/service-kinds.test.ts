import { changed, onlyProblem, read } from "../test-stack";

const IMAGE = { tag: "v1.0.0" };

/** A worker beside the sound stack's service. */
const worker = (settings: Record<string, unknown>) => ({ "platform:services.worker": { image: IMAGE, ...settings } });
const key = (rest: string) => `platform:services.worker.${rest}`;

describe("workers", () => {
  it("are services without a port", () => {
    const { services } = read(changed(worker({ command: ["celery", "worker"], taskProtection: true })));
    expect(services.worker).toMatchObject({ taskProtection: true });
    expect(services.worker).not.toHaveProperty("port");
  });

  it.each([
    ["paths", { paths: ["/jobs/*"] }],
    ["hosts", { hosts: ["api.example.com"] }],
    ["stickiness", { stickiness: 3600 }],
    ["scaling.requestsPerTarget", { scaling: { min: 2, requestsPerTarget: 100 } }],
    ["health.path", { health: { path: "/up" } }],
    ["health.statusCodes", { health: { statusCodes: "200-299" } }],
    ["health.healthyThreshold", { health: { healthyThreshold: 3 } }],
  ])("have no %s, which belongs to a load balancer", (setting, settings) => {
    expect(onlyProblem(worker(settings))).toEqual({
      key: key(setting),
      got: `a value, while there is no ${key("port")}`,
      expected: "no value for a worker, which no load balancer reaches",
      fix: `remove it, or add ${key("port")}`,
    });
  });

  it.each(["gracePeriod", "interval", "timeout", "unhealthyThreshold"])(
    "have no health.%s without a command that it is about",
    (setting) => {
      expect(onlyProblem(worker({ health: { [setting]: 10 } }))).toMatchObject({
        key: key(`health.${setting}`),
        got: `a value, while there is no ${key("health.command")}`,
      });
      expect(read(changed(worker({ health: { command: ["true"], [setting]: 10 } })))).toBeDefined();
    },
  );

  it("alone protect their tasks: a load balancer lets requests end", () => {
    expect(onlyProblem({ "platform:services.api.taskProtection": true })).toMatchObject({
      key: "platform:services.api.taskProtection",
      got: "true, while platform:services.api.port is set",
    });
  });

  it("stand on no path of the load balancer", () => {
    const { services } = read(changed(worker({})));
    expect(services).toHaveProperty("worker");
  });
});

describe("services without tasks", () => {
  const development = { "platform:profile": "development", "platform:firewall": {} };

  const queue = { "platform:queues.jobs": {} };
  const idle = { scaling: { min: 0, backlog: { queue: "jobs", perTask: 10 } }, uses: { queues: { jobs: "consume" } } };

  it("are workers outside production", () => {
    const { services } = read(changed({ ...development, ...queue, ...worker(idle) }));
    expect(services.worker?.scaling).toMatchObject({ min: 0, max: 1 });
  });

  it("are refused where nothing wakes them", () => {
    expect(onlyProblem({ ...development, ...worker({ scaling: { min: 0 } }) })).toMatchObject({
      key: key("scaling.min"),
      got: `0, while there is no ${key("scaling.backlog")}`,
    });
  });

  it("are refused in production, by both keys", () => {
    const reasons = { "platform:reasons": { "services.worker.scaling.min": "Jobs of this kind may wait for an hour" } };
    expect(onlyProblem({ ...reasons, ...queue, ...worker(idle) })).toMatchObject({
      key: key("scaling.min"),
      got: "0, while platform:profile is production",
    });
  });

  it("have no port, since no request could wake them", () => {
    expect(onlyProblem({ ...development, "platform:services.api.scaling": { min: 0, max: 2 } })).toMatchObject({
      key: "platform:services.api.scaling.min",
      got: "0, while platform:services.api.port is set",
    });
  });
});

describe("checks of the container itself", () => {
  it.each([
    ["gracePeriod", 301, 300],
    ["timeout", 61, 60],
  ])("bound %s", (setting, value, most) => {
    const health = { command: ["true"], interval: 90, [setting]: value };
    expect(onlyProblem(worker({ health }))).toMatchObject({
      key: key(`health.${setting}`),
      got: `${value} seconds, with ${key("health.command")}`,
      expected: `at most ${most} seconds where ECS checks the container itself`,
    });
  });
});
