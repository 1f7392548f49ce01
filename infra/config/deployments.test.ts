import { changed, onlyProblem, read } from "./test-stack";

const deployment = (key = "") => `platform:services.api.deployment${key && `.${key}`}`;
const api = (key: string) => `platform:services.api.${key}`;
const given = (settings: Record<string, unknown>) => ({ [deployment()]: settings });

describe("deployment settings", () => {
  it("are a rolling deployment without a gap when nothing is said", () => {
    expect(read(changed({})).services["api"]?.deployment).toEqual({
      strategy: "rolling",
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      testListener: false,
    });
  });

  it("wait an hour for an approval before anybody is sent to the new version, and go back without one", () => {
    const { services } = read(changed(given({ strategy: "canary", pause: {} })));
    expect(services["api"]?.deployment.pause).toEqual({
      stage: "postScaleUp",
      timeoutMinutes: 60,
      onTimeout: "rollback",
    });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "a canary's share of a rolling deployment",
      given({ canaryPercent: 5 }),
      {
        key: deployment("canaryPercent"),
        got: `the number 5, while ${deployment("strategy")} is rolling`,
        expected: "this key only with the strategy canary",
        fix: "remove it, or change the strategy to canary",
      },
    ],
    [
      "a step of a canary",
      given({ strategy: "canary", stepPercent: 10 }),
      { key: deployment("stepPercent"), got: `the number 10, while ${deployment("strategy")} is canary` },
    ],
    [
      "bounds of a rolling deployment for blue and green",
      given({ strategy: "blueGreen", maximumPercent: 150 }),
      { key: deployment("maximumPercent"), expected: "this key only with the strategy rolling" },
    ],
    [
      "a pause of a rolling deployment",
      given({ pause: {} }),
      { key: deployment("pause"), expected: "this key only with the strategy blueGreen, canary, linear" },
    ],
    [
      "a pause where ECS allows none",
      given({ strategy: "canary", pause: { stage: "productionTrafficShift" } }),
      {
        key: deployment("pause.stage"),
        expected: "one of reconcileService, preScaleUp, postScaleUp, postTestTrafficShift, postProductionTrafficShift",
      },
    ],
    [
      "a pause for tests that nobody can make",
      given({ strategy: "canary", pause: { stage: "postTestTrafficShift" } }),
      { key: deployment("pause.stage"), got: "postTestTrafficShift, but no request is a test" },
    ],
    [
      "a test header of a rolling deployment",
      given({ testHeader: { name: "X-Release", value: "candidate" } }),
      { key: deployment("testHeader"), fix: "remove it, or change the strategy to blueGreen" },
    ],
    [
      "a test listener that the load balancer lacks",
      given({ strategy: "linear", testListener: true }),
      {
        key: deployment("testListener"),
        got: "true, but the load balancer has no test listener",
        expected: "false, or platform:loadBalancer.testListener",
      },
    ],
    [
      "two ways to the new version",
      {
        ...given({ strategy: "linear", testListener: true, testHeader: { name: "X-Release", value: "candidate" } }),
        "platform:loadBalancer": { testListener: { sources: ["10.20.0.0/16"] } },
      },
      { key: deployment("testListener"), got: `true, while ${deployment("testHeader")} is given as well` },
    ],
    [
      "clients that stay while requests move",
      { ...given({ strategy: "blueGreen" }), [api("stickiness")]: 3600 },
      { key: api("stickiness"), got: `3600 seconds, while ${deployment("strategy")} is blueGreen` },
    ],
    [
      "a canary of a worker, which gets no requests",
      { "platform:services.worker": { image: { tag: "v1.0.0" }, deployment: { strategy: "canary" } } },
      {
        key: "platform:services.worker.deployment.strategy",
        got: "canary, while there is no platform:services.worker.port",
        expected: "rolling for a worker, which gets no requests that could move",
      },
    ],
    [
      "a test listener for the whole internet",
      { "platform:loadBalancer": { testListener: { sources: ["0.0.0.0/0"] } } },
      { key: "platform:loadBalancer.testListener.sources[0]", expected: expect.stringContaining("/8 or smaller") },
    ],
    [
      "a step that would never end",
      given({ strategy: "linear", stepPercent: 1 }),
      { key: deployment("stepPercent"), expected: "a whole number from 3 to 99" },
    ],
  ])("refuse %s", (_what, changes, problem) => {
    expect(onlyProblem(changes)).toMatchObject(problem);
  });
});

describe("migration settings", () => {
  const migrations = (settings: Record<string, unknown>) => ({
    [api("migrations")]: { command: ["alembic", "upgrade", "head"], ...settings },
  });

  it("reach nothing beside the database, and end in 20 minutes, when nothing is said", () => {
    expect(read(changed(migrations({}))).services["api"]?.migrations).toEqual({
      command: ["alembic", "upgrade", "head"],
      size: { cpu: 1024, memory: 2048 },
      timeoutMinutes: 20,
      uses: {
        database: true,
        cache: false,
        buckets: {},
        queues: {},
        services: [],
        files: {},
        secrets: [],
        mail: false,
        models: [],
      },
    });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["no command", migrations({ command: [] }), { key: api("migrations.command"), got: "a list of 0" }],
    [
      "a service without database",
      { ...migrations({}), [api("uses.database")]: false },
      {
        key: api("migrations"),
        got: `migrations, while ${api("uses.database")} is false`,
        fix: "add database: true to the service's uses, or remove migrations",
      },
    ],
    [
      "a size that Fargate lacks",
      migrations({ size: { cpu: 256, memory: 4096 } }),
      { key: api("migrations.size"), expected: "memory 512, 1024 or 2048 MiB for 256 CPU units" },
    ],
    [
      "mail, which no schema needs",
      migrations({ uses: { mail: true } }),
      { key: api("migrations.uses.mail"), got: "a key that is not known here" },
    ],
    [
      "a secret that the stack does not have",
      migrations({ uses: { secrets: ["JWT_SECRET"] } }),
      { key: api("migrations.uses.secrets[0]"), suggestion: "JWT_SECRET_KEY" },
    ],
    [
      "a variable that the platform sets for the migration alone",
      { ...migrations({ uses: { buckets: ["static"] } }), [api("environment")]: { STATIC_BUCKET: "other" } },
      { key: api("environment.STATIC_BUCKET"), got: "a variable that the platform sets for the bucket static" },
    ],
    [
      "a secret of the migration that the environment sets as well",
      {
        ...migrations({ uses: { secrets: ["JWT_SECRET_KEY"] } }),
        [api("uses.secrets")]: [],
        [api("environment")]: { JWT_SECRET_KEY: "" },
      },
      { key: api("environment.JWT_SECRET_KEY") },
    ],
    [
      "a service under the name of a migration",
      {
        ...migrations({}),
        "platform:services.api-migrations": {
          image: { tag: "v1.0.0" },
          port: 9000,
          paths: ["/m/*"],
          health: { path: "/health" },
        },
      },
      { key: "platform:services.api-migrations", got: "the name api-migrations, which belongs to the platform" },
    ],
  ])("refuse %s", (_what, changes, problem) => {
    expect(onlyProblem(changes)).toMatchObject(problem);
  });
});
