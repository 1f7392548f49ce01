import { readFileSync } from "node:fs";
import { join } from "node:path";
import { declare, TEST_ACCOUNT, TEST_REGION } from "../testing/declared";
import { ScheduledTask, type ScheduledTaskArgs } from ".";

const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/main";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/data";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const DEAD_LETTERS = "arn:aws:sqs:us-east-1:123456789012:pm-prod-schedules-dead-letters";
const MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:pm-prod-report";

const args: ScheduledTaskArgs = {
  account: TEST_ACCOUNT,
  region: TEST_REGION,
  namePrefix: "pm-prod",
  cluster: { arn: CLUSTER, name: "main" },
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api@sha256:0a1b",
  command: ["flask", "send-reports"],
  size: { cpu: 512, memory: 1024 },
  architecture: "x86_64",
  environment: {},
  secrets: {},
  secretSources: [],
  statements: [],
  log: { groupName: "/pm-prod/report", retentionDays: 30, kmsKeyArn: KEY },
  group: { groupName: "pm-prod-schedules", deadLetterQueueArn: DEAD_LETTERS, kmsKeyArn: KEY },
  times: { cron: "0 3 ? * MON-FRI *" },
  timeZone: "Asia/Kolkata",
  alarms: { topicArn: TOPIC, runbookUrl: "https://example.com/runbook" },
};

const task = (changes: Partial<ScheduledTaskArgs> = {}) =>
  declare(() => {
    new ScheduledTask("report", { ...args, ...changes });
  });

type Declared = Awaited<ReturnType<typeof declare>>;

const machine = (declared: Declared) => declared.one("aws:sfn/stateMachine:StateMachine");
const definition = (declared: Declared) => JSON.parse(machine(declared).inputs.definition);
const statements = (declared: Declared, name: string) =>
  JSON.parse(declared.one("aws:iam/rolePolicy:RolePolicy", name).inputs.policy).Statement;
const sids = (declared: Declared, name: string) => statements(declared, name).map(({ Sid }: { Sid: string }) => Sid);
const alarm = (declared: Declared, role: string) =>
  declared.one("aws:cloudwatch/metricAlarm:MetricAlarm", `report-${role}`).inputs;

describe("ScheduledTask schedule", () => {
  it("starts runs by the clock of its zone, and keeps the calls that fail for good", async () => {
    const declared = await task({ maxDelayMinutes: 30 });

    const schedule = declared.one("aws:scheduler/schedule:Schedule");
    expect(schedule.parentName).toBe("report");
    expect(schedule.inputs).toEqual({
      groupName: "pm-prod-schedules",
      description: "Starts runs of report",
      scheduleExpression: "cron(0 3 ? * MON-FRI *)",
      scheduleExpressionTimezone: "Asia/Kolkata",
      flexibleTimeWindow: { mode: "OFF" },
      kmsKeyArn: KEY,
      target: {
        arn: MACHINE,
        roleArn: declared.one("aws:iam/role:Role", "report-call").outputs.arn,
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: 1800 },
        deadLetterConfig: { arn: DEAD_LETTERS },
      },
    });
    expect(schedule.dependencies).toContain(declared.one("aws:iam/rolePolicy:RolePolicy", "report-call-policy").urn);
  });

  it("may start this run, use the key and keep what failed; nothing else", async () => {
    const declared = await task();

    expect(statements(declared, "report-call-policy")).toEqual([
      { Sid: "StartRun", Effect: "Allow", Action: "states:StartExecution", Resource: MACHINE },
      {
        Sid: "ReadOwnInput",
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: KEY,
        Condition: {
          ArnLike: {
            "kms:EncryptionContext:aws:scheduler:schedule:arn": `arn:aws:scheduler:*:${TEST_ACCOUNT}:schedule/pm-prod-schedules/report-*`,
          },
        },
      },
      { Sid: "KeepFailedCalls", Effect: "Allow", Action: "sqs:SendMessage", Resource: DEAD_LETTERS },
      {
        Sid: "EncryptFailedCalls",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: KEY,
        Condition: {
          StringLike: { "kms:ViaService": "sqs.*.amazonaws.com" },
          StringEquals: { "kms:EncryptionContext:aws:sqs:arn": DEAD_LETTERS },
        },
      },
    ]);
    expect(JSON.parse(declared.one("aws:iam/role:Role", "report-call").inputs.assumeRolePolicy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "scheduler.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": TEST_ACCOUNT } },
      },
    ]);
  });
});

describe("ScheduledTask run", () => {
  it("runs this revision in private subnets without a public address, and waits for its end", async () => {
    const declared = await task({ timeoutMinutes: 20, retries: 2 });

    const revision = declared.one("aws:ecs/taskDefinition:TaskDefinition").outputs.arn;
    expect(machine(declared).inputs).toMatchObject({ name: "pm-prod-report", type: "STANDARD" });
    expect(definition(declared).States.Run).toEqual({
      Type: "Task",
      Resource: "arn:aws:states:::ecs:runTask.sync",
      TimeoutSeconds: 1200,
      Arguments: {
        Cluster: CLUSTER,
        TaskDefinition: revision,
        LaunchType: "FARGATE",
        NetworkConfiguration: {
          AwsvpcConfiguration: {
            Subnets: ["subnet-1", "subnet-2"],
            SecurityGroups: [declared.one("aws:ec2/securityGroup:SecurityGroup").outputs.id],
            AssignPublicIp: "DISABLED",
          },
        },
        PropagateTags: "TASK_DEFINITION",
      },
      Retry: [{ ErrorEquals: ["States.TaskFailed"], MaxAttempts: 2, IntervalSeconds: 60, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ["States.Timeout"], Next: "FindTasks" }],
      End: true,
    });
  });

  it("does not try again where it is told so", async () => {
    expect(definition(await task({ retries: 0 })).States.Run).not.toHaveProperty("Retry");
  });

  it("leaves when an earlier run goes on", async () => {
    const { StartAt, States } = definition(await task());

    expect(StartAt).toBe("FindEarlierRun");
    expect(States.FindEarlierRun.Arguments).toEqual({
      StateMachineArn: "{% $states.context.StateMachine.Id %}",
      StatusFilter: "RUNNING",
    });
    expect(States.IsAlone).toMatchObject({ Choices: [{ Next: "LeaveToEarlierRun" }], Default: "Run" });
    expect(States.LeaveToEarlierRun).toEqual({ Type: "Succeed" });
  });

  it("stops what takes too long, and then fails", async () => {
    const { States } = definition(await task({ timeoutMinutes: 20 }));

    expect(States.FindTasks).toMatchObject({
      Arguments: { Cluster: CLUSTER, Family: "pm-prod-report" },
      Next: "StopTasks",
    });
    expect(States.StopTasks.ItemProcessor.States.StopTask.Arguments).toMatchObject({ Cluster: CLUSTER });
    expect(States.StopTasks.Next).toBe("TookTooLong");
    expect(States.TookTooLong).toEqual({
      Type: "Fail",
      Error: "TookTooLong",
      Cause: "The task had not ended after 20 minutes",
    });
  });

  it("names only states that there are, whether or not runs overlap", async () => {
    for (const overlap of [false, true]) {
      const { StartAt, States } = definition(await task({ overlap }));
      const named = JSON.stringify(States).matchAll(/"(?:Next|Default)":"(\w+)"/g);
      for (const state of [StartAt, ...[...named].map(([, next]) => next)]) expect(States).toHaveProperty(state);
    }
  });

  it("neither looks for other runs nor stops their tasks where runs may overlap", async () => {
    const declared = await task({ overlap: true });

    expect(Object.keys(definition(declared).States)).toEqual(["Run", "TookTooLong"]);
    expect(definition(declared).StartAt).toBe("Run");
    expect(sids(declared, "report-run-policy")).not.toEqual(expect.arrayContaining(["FindOtherRuns"]));
  });

  it("may run its own family in its own cluster and pass its own two roles to ECS", async () => {
    const declared = await task();

    const [runTask, tagTask, passRoles, follow, hear, ...alone] = statements(declared, "report-run-policy");
    expect(runTask).toEqual({
      Sid: "RunTask",
      Effect: "Allow",
      Action: "ecs:RunTask",
      Resource: "arn:aws:ecs:us-east-1:123456789012:task-definition/pm-prod-report:*",
      Condition: { ArnEquals: { "ecs:cluster": CLUSTER } },
    });
    expect(tagTask.Condition).toEqual({ StringEquals: { "ecs:CreateAction": "RunTask" } });
    expect(passRoles).toEqual({
      Sid: "PassTheTwoRoles",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: ["report-execution", "report-task"].map((role) => declared.one("aws:iam/role:Role", role).outputs.arn),
      Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    });
    expect(follow.Resource).toBe("arn:aws:ecs:us-east-1:123456789012:task/main/*");
    expect(hear.Resource).toBe("arn:aws:events:us-east-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule");
    expect(alone).toEqual([
      { Sid: "FindOtherRuns", Effect: "Allow", Action: "states:ListExecutions", Resource: MACHINE },
      {
        Sid: "FindTasks",
        Effect: "Allow",
        Action: "ecs:ListTasks",
        Resource: "*",
        Condition: { ArnEquals: { "ecs:cluster": CLUSTER } },
      },
    ]);
  });

  it("is made when its rights and its log are there", async () => {
    const declared = await task();

    const before = [
      declared.one("aws:iam/rolePolicy:RolePolicy", "report-run-policy"),
      declared.one("aws:iam/rolePolicy:RolePolicy", "report-execution-policy"),
      declared.one("aws:cloudwatch/logGroup:LogGroup"),
    ];
    expect(machine(declared).dependencies).toEqual(expect.arrayContaining(before.map(({ urn }) => urn)));
  });
});

describe("ScheduledTask alarms", () => {
  it("tell of every run that failed, took too long or was broken off", async () => {
    const inputs = alarm(await task(), "failed-run");

    expect(inputs).toMatchObject({ threshold: 0, treatMissingData: "notBreaching", alarmActions: [TOPIC] });
    const names = (inputs.metricQueries as { metric?: { metricName: string } }[]).map(
      ({ metric }) => metric?.metricName,
    );
    expect(names).toEqual([undefined, "ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"]);
  });

  it("tell when no run has succeeded in time, once one has", async () => {
    const declared = await task({ retries: 1, timeoutMinutes: 60 });

    // From Friday to Monday, two tries with a minute between them, and the hour of summer time.
    expect(alarm(declared, "missing-run")).toMatchObject({
      metricName: "ExecutionsSucceeded",
      dimensions: { StateMachineArn: MACHINE },
      period: 3600,
      evaluationPeriods: 72 + 4,
      threshold: 1,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "missing",
      insufficientDataActions: [TOPIC],
    });
    expect(alarm(declared, "failed-run")).not.toHaveProperty("insufficientDataActions");
  });

  it("wait for no run of a task that comes once", async () => {
    const declared = await task({ times: { at: "2027-01-31T03:00:00" } });

    expect(declared.all("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ name }) => name)).toEqual([
      "report-failed-run",
    ]);
  });

  it("have a section of the runbook", async () => {
    const runbook = readFileSync(join(__dirname, "../../docs/runbooks/alarms.md"), "utf8");
    for (const { inputs } of (await task()).all("aws:cloudwatch/metricAlarm:MetricAlarm")) {
      expect(runbook).toContain(`### ${inputs.alarmDescription.split("#").at(-1)}\n`);
    }
  });
});

describe("ScheduledTask bad input", () => {
  const invalid: [string, Partial<ScheduledTaskArgs>, string][] = [
    ["a size that Fargate lacks", { size: { cpu: 256, memory: 4096 } }, "size.memory must be 512, 1024 or 2048 MiB"],
    ["no time", { times: {} }, "times must have exactly one of cron, rate and at, got 0"],
    ["two times", { times: { cron: "0 3 * * ? *", rate: "1 day" } }, "exactly one of cron, rate and at, got 2"],
    ["a wrong expression", { times: { cron: "0 25 * * ? *" } }, 'times.cron has no hours "25"'],
    ["too many tries", { retries: 11 }, "retries must be a whole number from 0 to 10, got 11"],
    ["no time to run", { timeoutMinutes: 0 }, "timeoutMinutes must be a whole number from 1 to 2880, got 0"],
    ["too long a delay", { maxDelayMinutes: 1441 }, "maxDelayMinutes must be a whole number from 1 to 1440, got 1441"],
  ];

  it.each(invalid)("refuses %s before it creates anything", async (_what, changes, message) => {
    const declared = await declare(() => {
      expect(() => new ScheduledTask("report", { ...args, ...changes })).toThrow(message);
    });
    expect(declared.recording.resources.filter(({ custom }) => custom)).toEqual([]);
  });
});
