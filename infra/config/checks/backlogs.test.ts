import { changed, onlyProblem, read } from "../test-stack";

const key = (rest: string) => `platform:services.worker.${rest}`;
const worker = (backlog: Record<string, unknown>, uses: Record<string, unknown>) => ({
  "platform:queues.jobs": {},
  "platform:services.worker": {
    image: { tag: "v1.0.0" },
    scaling: { min: 2, max: 9, backlog: { perTask: 50, ...backlog } },
    uses,
  },
});

describe("queues", () => {
  it("have defaults, and say who does what with them", () => {
    const { queues, services } = read(changed(worker({ queue: "jobs" }, { queues: { jobs: "consume" } })));
    expect(queues.jobs).toEqual({
      visibilityTimeout: 300,
      retentionDays: 4,
      maxReceives: 5,
      fifo: false,
      maxAgeMinutes: 15,
      maxDepth: 1000,
    });
    expect(services.worker?.uses.queues).toEqual({ jobs: "consume" });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "a retention as long as that of dead letters",
      { retentionDays: 14 },
      { key: "platform:queues.jobs.retentionDays" },
    ],
    ["no try at all", { maxReceives: 0 }, { key: "platform:queues.jobs.maxReceives" }],
    ["a hiding longer than SQS has", { visibilityTimeout: 43_201 }, { key: "platform:queues.jobs.visibilityTimeout" }],
    ["fifo in quotes", { fifo: "true" }, { key: "platform:queues.jobs.fifo", fix: "write true without quotes" }],
  ])("refuse %s", (_what, settings, problem) => {
    expect(onlyProblem({ "platform:queues.jobs": settings })).toMatchObject(problem);
  });

  it("that are used exist", () => {
    expect(
      onlyProblem({ "platform:queues.jobs": {}, "platform:services.api.uses.queues": { job: "send" } }),
    ).toMatchObject({
      key: "platform:services.api.uses.queues",
      got: "the queue job, which this stack does not have",
      suggestion: "jobs",
    });
  });

  it("give a variable that nobody else sets", () => {
    expect(
      onlyProblem({
        "platform:queues.jobs": {},
        "platform:services.api.uses.queues": { jobs: "send" },
        "platform:services.api.environment": { JOBS_QUEUE_URL: "mine" },
      }),
    ).toMatchObject({ got: "a variable that the platform sets for the queue jobs" });
  });

  it("leave their name to their alarms", () => {
    const service = { image: { tag: "v1.0.0" } };
    expect(onlyProblem({ "platform:queues.jobs": {}, "platform:services.jobs-queue": service })).toMatchObject({
      key: "platform:services.jobs-queue",
      got: "the name jobs-queue, which belongs to the platform",
    });
  });
});

describe("backlogs", () => {
  it("are one of the targets of scaling, in the place of CPU use", () => {
    const { services } = read(changed(worker({ queue: "jobs" }, { queues: { jobs: "both" } })));
    expect(services.worker?.scaling).toMatchObject({ backlog: { queue: "jobs", perTask: 50 } });
    expect(services.worker?.scaling.cpu).toBeUndefined();
  });

  it("are of a queue that the stack has", () => {
    expect(onlyProblem(worker({ queue: "job" }, { queues: { jobs: "consume" } }))).toMatchObject({
      key: key("scaling.backlog.queue"),
      suggestion: "jobs",
    });
  });

  it("are of a queue that the worker consumes", () => {
    expect(onlyProblem(worker({ queue: "jobs" }, { queues: { jobs: "send" } }))).toEqual({
      key: key("scaling.backlog.queue"),
      got: `the queue jobs, which ${key("uses.queues")} does not let the worker consume`,
      expected: "a queue that the worker consumes: more tasks would not shorten another one",
      fix: `add jobs: consume to ${key("uses.queues")}`,
    });
  });

  it("may be of a list of the cache that the worker uses", () => {
    const { services } = read(changed(worker({ redisList: "celery" }, { cache: true })));
    expect(services.worker?.scaling.backlog).toEqual({ redisList: "celery", perTask: 50 });
    expect(onlyProblem(worker({ redisList: "celery" }, {}))).toMatchObject({
      key: key("scaling.backlog.redisList"),
      got: `the list celery, while ${key("uses.cache")} is false`,
    });
  });

  it.each([
    ["neither queue nor redisList", {}],
    ["queue and redisList", { queue: "jobs", redisList: "celery" }],
  ])("are of one thing: %s is refused", (got, backlog) => {
    expect(onlyProblem(worker(backlog, { cache: true, queues: { jobs: "consume" } }))).toMatchObject({
      key: key("scaling.backlog"),
      got,
      expected: "exactly one of queue and redisList",
    });
  });

  it("are nothing for a service with a port", () => {
    expect(
      onlyProblem({
        "platform:queues.jobs": {},
        "platform:services.api.uses.queues": { jobs: "consume" },
        "platform:services.api.scaling": { min: 2, max: 4, backlog: { queue: "jobs", perTask: 10 } },
      }),
    ).toMatchObject({
      key: "platform:services.api.scaling.backlog",
      got: "a value, while platform:services.api.port is set",
    });
  });
});
