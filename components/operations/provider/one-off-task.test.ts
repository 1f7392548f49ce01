import { AwsEndpoint, AwsFault } from "../../testing/aws-endpoint";
import { oneOffTask } from "./one-off-task";
import type { OneOffTaskInputs } from "./one-off-task-inputs";

const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/main";
const TASK = "arn:aws:ecs:us-east-1:123456789012:task/main/0123";
const OLD_TASK = "arn:aws:ecs:us-east-1:123456789012:task/main/9876";
const REVISION = "arn:aws:ecs:us-east-1:123456789012:task-definition/pm-prod-api-migrations:7";
const OLD_REVISION = REVISION.replace(":7", ":6");

const inputs: OneOffTaskInputs = {
  title: "The migration of api",
  region: "us-east-1",
  clusterArn: CLUSTER,
  taskDefinitionArn: REVISION,
  family: "pm-prod-api-migrations",
  containerName: "api-migrations",
  subnetIds: ["subnet-1", "subnet-2"],
  securityGroupIds: ["sg-1"],
  logGroupName: "/pm-prod/api-migrations",
  timeoutMinutes: 20,
  triggers: { image: "api@sha256:0a1b", command: '["alembic","upgrade","head"]' },
};

const { create, update, diff } = oneOffTask({ intervalMs: 2, minuteMs: 1000 });
const run = (changes: Partial<OneOffTaskInputs> = {}) => create({ ...inputs, ...changes });
const refusal = async (run: Promise<unknown>): Promise<string> => {
  const error = await run.then(
    () => undefined,
    (reason: Error) => reason,
  );
  if (!error) throw new Error("the run succeeded");
  return error.message;
};

const pending = { taskArn: TASK, lastStatus: "PENDING", containers: [{ name: "api-migrations" }] };
const ended = (exitCode: number | undefined, more: object = {}, container: object = {}) => ({
  taskArn: TASK,
  lastStatus: "STOPPED",
  containers: [{ name: "api-migrations", exitCode, ...container }],
  ...more,
});

describe("oneOffTask", () => {
  let aws: AwsEndpoint;
  beforeAll(async () => {
    aws = await AwsEndpoint.start();
  });
  afterAll(() => aws.stop());

  /** ECS with a task that goes through these states, one for each time that it is asked. */
  function ecs(states: object[], lines: string[] = [], more: Parameters<AwsEndpoint["reset"]>[0] = {}) {
    let asked = 0;
    aws.reset({
      ListTasks: () => ({ taskArns: [] }),
      RunTask: () => ({ tasks: [{ taskArn: TASK }] }),
      DescribeTasks: () => ({ tasks: [states[Math.min(asked++, states.length - 1)]] }),
      StopTask: () => ({}),
      GetLogEvents: () => ({ events: lines.map((message) => ({ message })) }),
      ...more,
    });
  }

  it("runs the task once, without a public address, and waits for exit code 0", async () => {
    ecs([pending, pending, ended(0)]);

    await expect(run()).resolves.toEqual({ id: TASK, outs: { ...inputs, taskArn: TASK } });
    expect(aws.bodies("DescribeTasks")).toHaveLength(3);
    expect(aws.bodies("RunTask")).toEqual([
      expect.objectContaining({
        cluster: CLUSTER,
        taskDefinition: REVISION,
        count: 1,
        launchType: "FARGATE",
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ["subnet-1", "subnet-2"],
            securityGroups: ["sg-1"],
            assignPublicIp: "DISABLED",
          },
        },
      }),
    ]);
    expect(aws.bodies("GetLogEvents")).toEqual([]);
  });

  it("fails with the exit code, ECS's words and the last lines of the log", async () => {
    ecs(
      [pending, ended(1, { stoppedReason: "Essential container in task exited" })],
      ["upgrading", "no such column\n"],
    );

    expect(await refusal(run())).toBe(
      `The migration of api failed: exit code 1: Essential container in task exited (${TASK}).\n` +
        "What waits for it is unchanged; the next pulumi up runs it again.\n" +
        "The last lines of its log, /pm-prod/api-migrations:\n  | upgrading\n  | no such column",
    );
    expect(aws.bodies("GetLogEvents")[0]).toMatchObject({
      logGroupName: "/pm-prod/api-migrations",
      logStreamName: "api-migrations/api-migrations/0123",
      startFromHead: false,
    });
  });

  it("waits for lines that reach the log after the task has ended", async () => {
    let readings = 0;
    const late = () => ({ events: readings++ < 2 ? [] : [{ message: "permission denied" }] });
    ecs([ended(1)], [], { GetLogEvents: late });

    expect(await refusal(run())).toContain("  | permission denied");
  });

  it("says why a container never ran, and that it wrote nothing", async () => {
    const reason = "CannotPullContainerError: pull image manifest has been retried 1 time(s): not found";
    ecs([ended(undefined, { stopCode: "TaskFailedToStart", stoppedReason: reason })], [], {
      GetLogEvents: () => {
        throw new AwsFault("ResourceNotFoundException", "The specified log stream does not exist.");
      },
    });

    expect(await refusal(run())).toBe(
      `The migration of api failed: the container never ran: ${reason} (${TASK}).\n` +
        "What waits for it is unchanged; the next pulumi up runs it again.\n" +
        "It wrote nothing to its log, /pm-prod/api-migrations.",
    );
  });

  it("tells a task that was killed for its memory", async () => {
    ecs([ended(137, {}, { reason: "OutOfMemoryError: Container killed due to memory usage" })]);

    expect(await refusal(run())).toContain("exit code 137 (killed, as when memory runs out): OutOfMemoryError");
  });

  it("stops a task that takes too long, and waits for its last words", async () => {
    let stopping = false;
    ecs([], ["still at it"], {
      DescribeTasks: () => ({ tasks: [stopping ? ended(143) : pending] }),
      StopTask: () => ((stopping = true), {}),
    });

    const message = await refusal(run({ timeoutMinutes: 0.02 }));
    expect(message).toContain("The migration of api was stopped: not done after 0.02 minutes");
    expect(message).toContain("  | still at it");
    expect(aws.bodies("StopTask")).toEqual([{ cluster: CLUSTER, task: TASK, reason: "not done after 0.02 minutes" }]);
  });

  it("does not mind that a new task is not listed at once", async () => {
    let asked = 0;
    const states = [{ failures: [{ arn: TASK, reason: "MISSING" }] }, { tasks: [ended(0)] }];
    ecs([], [], { DescribeTasks: () => states[asked++] as { [key: string]: unknown } });

    await expect(run()).resolves.toMatchObject({ id: TASK });
  });

  it("repeats throttled calls, a start with one token, so that it starts one task", async () => {
    let asked = 0;
    ecs([ended(0)], [], {
      RunTask: () => {
        if (asked++ < 2) throw new AwsFault("ThrottlingException", "Rate exceeded");
        return { tasks: [{ taskArn: TASK }] };
      },
    });

    await run();
    const tokens = aws.bodies("RunTask").map(({ clientToken }) => clientToken);
    expect(tokens).toHaveLength(3);
    expect(new Set(tokens).size).toBe(1);
    await run();
    expect(aws.bodies("RunTask").at(-1)?.["clientToken"]).not.toBe(tokens[0]);
  }, 20_000);

  it("says why ECS starts no task", async () => {
    ecs([], [], { RunTask: () => ({ failures: [{ reason: "RESOURCE:ENI", detail: "no free address" }] }) });

    expect(await refusal(run())).toBe("The migration of api could not be started: RESOURCE:ENI: no free address");
  });

  describe("after an interrupted update", () => {
    const left = (taskArn: string, taskDefinitionArn: string) => ({
      taskArn,
      taskDefinitionArn,
      lastStatus: "RUNNING",
    });

    it("takes over a run of the same revision instead of starting a second one", async () => {
      ecs([left(TASK, REVISION), pending, ended(0)], [], { ListTasks: () => ({ taskArns: [TASK] }) });

      await expect(run()).resolves.toMatchObject({ id: TASK });
      expect(aws.bodies("ListTasks")).toEqual([
        { cluster: CLUSTER, family: "pm-prod-api-migrations", desiredStatus: "RUNNING" },
      ]);
      expect(aws.bodies("RunTask")).toEqual([]);
    });

    it("waits for a run of another revision before it starts its own", async () => {
      const old = left(OLD_TASK, OLD_REVISION);
      ecs([old, old, { ...old, lastStatus: "STOPPED" }, ended(0)], [], { ListTasks: () => ({ taskArns: [OLD_TASK] }) });

      await expect(run()).resolves.toMatchObject({ id: TASK });
      const order = aws.calls.map(({ action }) => action);
      expect(order.slice(0, 5)).toEqual(["ListTasks", "DescribeTasks", "DescribeTasks", "DescribeTasks", "RunTask"]);
    });

    it("starts nothing while that one does not end", async () => {
      ecs([left(OLD_TASK, OLD_REVISION)], [], { ListTasks: () => ({ taskArns: [OLD_TASK] }) });

      expect(await refusal(run({ timeoutMinutes: 0.02 }))).toContain(`was not started: the task ${OLD_TASK}`);
      expect(aws.bodies("RunTask")).toEqual([]);
      expect(aws.bodies("StopTask")).toEqual([]);
    });
  });

  it("runs again when a trigger changes, and at nothing else", async () => {
    const olds = { ...inputs, taskArn: TASK };
    const changes = async (news: Partial<OneOffTaskInputs>) =>
      (await diff?.(TASK, olds, { ...inputs, ...news }))?.changes;

    expect(await changes({})).toBe(false);
    expect(await changes({ taskDefinitionArn: OLD_REVISION, securityGroupIds: ["sg-2"], timeoutMinutes: 5 })).toBe(
      false,
    );
    expect(
      await changes({ triggers: { command: inputs.triggers["command"] as string, image: "api@sha256:0a1b" } }),
    ).toBe(false);
    expect(await changes({ triggers: { ...inputs.triggers, image: "api@sha256:ffff" } })).toBe(true);
    expect(await changes({ triggers: { ...inputs.triggers, command: '["flask"]' } })).toBe(true);

    ecs([ended(0)]);
    await expect(update?.(TASK, olds, inputs)).resolves.toEqual({ outs: { ...inputs, taskArn: TASK } });
    expect(aws.bodies("RunTask")).toHaveLength(1);
  });
});
